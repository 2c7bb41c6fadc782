package de.schulpakt.procurement.catalogue;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Who sells. */
@Entity
@Table(name = "supplier")
class Supplier {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "name")
    private String name;
    @Column(name = "email")
    private String email;
    @Column(name = "contact")
    private String contact;
    @Column(name = "phone")
    private String phone;
    @Column(name = "customer_no")
    private String customerNo;
    @Version
    @Column(name = "version")
    private int version;

    protected Supplier() {
    }

    Supplier(String name, String email) {
        this.name = name.strip();
        this.email = known(email);
    }

    Supplier(Catalogue.CreateSupplier cmd) {
        this(cmd.name(), cmd.email());
        reach(cmd.contact(), cmd.phone(), cmd.customerNo());
    }

    /** Changes how it is named and reached; who saw another version gets a conflict. */
    void change(Catalogue.ChangeSupplier cmd) {
        Conflict.unlessSame(ref(), cmd.version(), version);
        this.name = cmd.name().strip();
        this.email = known(cmd.email());
        reach(cmd.contact(), cmd.phone(), cmd.customerNo());
    }

    /** Whom to ask there, and where, is not known any more. */
    void forget() {
        this.email = null;
        reach(null, null, customerNo);
    }

    private void reach(String newContact, String newPhone, String newCustomerNo) {
        this.contact = known(newContact);
        this.phone = known(newPhone);
        this.customerNo = known(newCustomerNo);
    }

    private static String known(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    Ref ref() {
        return new Ref("Supplier", id, name);
    }

    Long id() {
        return id;
    }

    String name() {
        return name;
    }
}
