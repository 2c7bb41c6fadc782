package de.schulpakt.funding.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Sha256;
import de.schulpakt.platform.step.Explained;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signed rule packs: from whom a file is, that it is whole, and what becomes of it when a key is ended. */
@DbTest
class SignersDbTest {
    private static final String PACK = ShippedPacks.read("rp-digitalpakt-1").stripTrailing() + "\n";
    private KeyPair key;

    @BeforeEach
    void aKey() throws GeneralSecurityException {
        key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    @Test
    void a_pack_says_who_has_signed_it_or_that_nobody_has(Db db) throws GeneralSecurityException {
        add(db, "Landkreistag", KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        add(db, "Ministerium", key);
        assertThat(view(db, check(db, signed(PACK)))).extracting(PackQueries.View::signer).isEqualTo("Ministerium");
        assertThat(view(db, check(db, PACK + "# sha256: " + Sha256.hex(PACK) + "\n"))).extracting(PackQueries.View::signer).isNull();
        String both = PACK + "# sha256: " + Sha256.hex(PACK) + "\n" + signed(PACK).substring(PACK.length());
        assertThat(view(db, check(db, both + "\n\n"))).extracting(PackQueries.View::signer).isEqualTo("Ministerium");
        assertThat(view(db, check(db, PACK)).signer()).isNull();
    }

    @Test
    void what_was_changed_or_is_of_an_unknown_signer_is_refused_and_not_kept(Db db) throws GeneralSecurityException {
        String file = signed(PACK);
        refused("pack.signature_wrong", () -> check(db, file));
        add(db, "Ministerium", key);
        refused("pack.signature_wrong", () -> check(db, file.replaceFirst("90", "91")));
        refused("pack.signature_wrong", () -> check(db, PACK + "# signature: keine\n"));
        refused("pack.signature_wrong", () -> check(db, PACK + "# signature:\n"));
        refused("pack.checksum_wrong", () -> check(db, PACK + "# sha256: 00\n"));
        assertThat(db.number("select count(*) from rule_pack")).isZero();
    }

    @Test
    void a_key_that_was_ended_signs_nothing_more_not_even_what_was_checked_before(Db db) throws GeneralSecurityException {
        Long signer = add(db, "Ministerium", key);
        Long taken = check(db, signed(PACK));
        take(db, taken);
        Long waiting = check(db, signed(ShippedPacks.read("sn-digitalpakt-3").stripTrailing() + "\n"));
        SignerQueries.Row row = rows(db);
        end(db, signer, row.version());
        assertThat(rows(db)).extracting(SignerQueries.Row::endedWhy).isEqualTo("Schlüssel verloren");
        assertThatThrownBy(() -> end(db, signer, row.version())).isInstanceOf(Conflict.class);
        refused("pack_signer.ended", () -> end(db, signer, rows(db).version()));
        refused("pack.signature_ended", () -> take(db, waiting));
        refused("pack.signature_ended", () -> check(db, signed(PACK)));
        assertThat(view(db, taken)).extracting(PackQueries.View::signer, PackQueries.View::state).as("what was taken over stays").containsExactly("Ministerium", PackState.IMPORTED);
        assertThatThrownBy(() -> add(db, "Ministerium neu", key)).as("a key that was ended does not come back")
                .satisfies(e -> assertThat(Explained.of(e, Locale.GERMAN).orElseThrow().code()).isEqualTo("pack_signer_once"));
    }

    @Test
    void only_an_administrator_enters_keys_and_only_keys(Db db) throws GeneralSecurityException {
        String base64 = Base64.getEncoder().encodeToString(key.getPublic().getEncoded());
        assertThatThrownBy(() -> FundingGiven.officer(db, () -> db.get(Signers.class).add(new Signers.Add("X", base64)))).isInstanceOf(Forbidden.class);
        refused("pack_signer.key", () -> SchoolGiven.asAdmin(db, () -> db.get(Signers.class).add(new Signers.Add("X", "kein Schlüssel"))));
        refused("pack_signer.key", () -> SchoolGiven.asAdmin(db, () -> db.get(Signers.class).add(new Signers.Add("X", Base64.getEncoder().encodeToString(
                rsa())))));
        String pem = "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
        SchoolGiven.asAdmin(db, () -> db.get(Signers.class).add(new Signers.Add("Als PEM", pem)));
        assertThat(rows(db).publicKey()).isEqualTo(base64);
        assertThat(FundingGiven.officer(db, () -> db.get(SignerQueries.class).mayEdit())).isFalse();
    }

    private static byte[] rsa() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        return generator.generateKeyPair().getPublic().getEncoded();
    }

    private String signed(String text) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(key.getPrivate());
        signature.update(text.getBytes(StandardCharsets.UTF_8));
        return text + "# signature: " + Base64.getEncoder().encodeToString(signature.sign()) + "\n";
    }

    private static Long add(Db db, String name, KeyPair of) {
        return SchoolGiven.asAdmin(db, () -> db.get(Signers.class).add(new Signers.Add(name, Base64.getEncoder().encodeToString(of.getPublic().getEncoded()))));
    }

    private static void end(Db db, Long id, Integer version) {
        SchoolGiven.asAdmin(db, () -> {
            db.get(Signers.class).end(id, new Signers.End(version, "Schlüssel verloren"));
            return null;
        });
    }

    private static SignerQueries.Row rows(Db db) {
        return FundingGiven.officer(db, () -> db.get(SignerQueries.class).all()).get(0);
    }

    private static Long check(Db db, String text) {
        return FundingGiven.officer(db, () -> db.get(Packs.class).check(new Packs.Check("pack.yaml", text.getBytes(StandardCharsets.UTF_8))));
    }

    private static void take(Db db, Long id) {
        FundingGiven.officer(db, () -> {
            db.get(Packs.class).take(id, new Packs.Step(view(db, id).version()));
            return null;
        });
    }

    private static PackQueries.View view(Db db, Long id) {
        return FundingGiven.officer(db, () -> db.get(PackQueries.class).view(id));
    }

    private static void refused(String code, ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
