package de.schulpakt.inventory.door.web;

import de.schulpakt.inventory.door.DoorKey;
import de.schulpakt.inventory.door.DoorQueries;
import de.schulpakt.inventory.door.Doors;
import de.schulpakt.inventory.loan.BorrowerSheets;
import de.schulpakt.inventory.loan.LoanState;
import de.schulpakt.inventory.loan.Loans;
import de.schulpakt.inventory.loan.SheetQueries;
import de.schulpakt.paper.Intake;
import de.schulpakt.paper.print.SignatureQueries;
import de.schulpakt.paper.print.Signing;
import de.schulpakt.platform.Sha256;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Here;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.util.List;
import java.util.stream.Stream;

/** What who has borrowed something sees without an account: first the field for the code, then the contract and what can be said. */
@Named
@RequestScoped
public class BorrowedPage {
    @Inject
    Doors doors;
    @Inject
    BorrowerSheets sheets;
    @Inject
    DoorQueries queries;
    @Inject
    Intake intake;
    @Inject
    Here here;
    @Inject
    Act act;
    private String link;
    private String code;
    private SheetQueries.View view;
    private String said;
    private boolean wrong;
    private boolean tried;
    private Part photo;
    private List<SignatureQueries.Row> signatures;
    private List<DoorQueries.Own> replies;
    private final Form form = new Form();

    /** Opens the door; a wrong code and a wrong link are answered alike. */
    public String open() {
        enter();
        return null;
    }

    /** Signs the contract. */
    public String sign() {
        return view == null ? null : act.run(() -> {
            String strokes = here.param("strokes");
            doors.sign(link, code, new Signing.Sign(form.text("name"), form.text("capacity"), strokes.isBlank() ? null : strokes, here.param("seen")), here.param("once"));
            form.clear();
            return null;
        }, "door.done.sign");
    }

    /** Says that something is broken, lost, or to be given back. */
    public String reply() {
        return view == null ? null : act.run(() -> {
            // link and code are asked before anything is taken in from somebody who has no account: see isInside
            Doors.Reply typed = new Doors.Reply(form.number("loanId"), form.choice(Doors.ReplyKind.class, "kind"), form.text("words"),
                    here.param("once"));
            if (photo == null || photo.getSize() == 0) {
                doors.reply(link, code, typed, null);
            } else {
                intake.with(photo::getInputStream, photo.getSubmittedFileName(), picture -> {
                    doors.reply(link, code, typed, picture);
                    return null;
                });
            }
            form.clear();
            return null;
        }, "door.done.reply");
    }

    /** True if the door is open. A form behind it brings link and code, which are asked before anything of it is read. */
    public boolean isInside() {
        String sent = Stream.of("reply", "sign").filter(form -> !here.param(form).isEmpty()).findFirst().orElse(null);
        if (!tried && sent != null) {
            link = here.param(sent + ":link");
            code = here.param(sent + ":code");
            enter();
        }
        return view != null;
    }

    private void enter() {
        tried = true;
        act.run(() -> {
            Long sheet = doors.knock(link == null ? "" : link, code == null ? "" : code);
            wrong = sheet == null;
            if (sheet != null) {
                view = sheets.view(sheet);
                said = sheets.said(sheet);
            }
            return null;
        }, null);
    }

    /** True if link and code do not open anything. */
    public boolean isWrong() {
        return wrong;
    }

    /** The devices that the borrower still has. */
    public List<SheetQueries.Item> getThings() {
        return view.items().stream().filter(item -> item.out() && item.state() == LoanState.LENT).toList();
    }

    /** A key for a form, under which it is taken in once however often it is sent. */
    public String getOnce() {
        return DoorKey.secret();
    }

    /** Who has signed what is shown. */
    public List<SignatureQueries.Row> getSignatures() {
        if (signatures == null) {
            signatures = sheets.signed(view.id(), getSeen());
        }
        return signatures;
    }

    /** What was written by this link, the newest first. */
    public List<DoorQueries.Own> getReplies() {
        if (replies == null) {
            replies = queries.written(view.id());
        }
        return replies;
    }

    /** What is signed. */
    public String getSaid() {
        return said;
    }

    /** Its hash, which shows that it was seen. */
    public String getSeen() {
        return said == null ? null : Sha256.hex(said);
    }

    public Doors.ReplyKind[] getKinds() {
        return Doors.ReplyKind.values();
    }

    /** True if it is the contract of something that goes out. */
    public boolean isContract() {
        return view != null && view.way() != Loans.Way.BACK;
    }

    public SheetQueries.View getView() {
        return view;
    }

    public String getLink() {
        return link;
    }

    public void setLink(String link) {
        this.link = link;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public Part getPhoto() {
        return photo;
    }

    public void setPhoto(Part photo) {
        this.photo = photo;
    }

    public Form getForm() {
        return form;
    }
}
