package de.schulpakt.procurement.invoice.web;

import de.schulpakt.platform.web.Act;
import de.schulpakt.procurement.einvoice.EInvoices;
import de.schulpakt.procurement.invoice.InvoiceQueries;
import de.schulpakt.procurement.invoice.Reading;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;

/** Reads an electronic invoice from its file, for an order or for the one that it names. */
@Named
@ViewScoped
public class InvoiceReadPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    transient InvoiceQueries queries;
    @Inject
    transient Reading reading;
    @Inject
    transient Act act;
    private Long order;
    private String orderNo;
    private transient Part file;

    /** Asks for the order that the address names. */
    public void load() {
        act.show(() -> {
            if (order == null) {
                queries.mayRead();
            } else {
                orderNo = queries.billable(order).orderNo();
            }
        });
    }

    /** Reads the chosen file and goes on with the invoice. */
    public String read() {
        return act.run(() -> "invoice?faces-redirect=true&id=" + reading.read(command(order, file)), "invoice.read_in");
    }

    private static Reading.Read command(Long order, Part part) {
        if (part == null) {
            return new Reading.Read(order, "-", new byte[0]);
        }
        String name = String.valueOf(part.getSubmittedFileName()).replaceAll(".*[/\\\\]", "");
        try (InputStream in = part.getInputStream()) {
            return new Reading.Read(order, name.isBlank() ? "-" : name, in.readNBytes(EInvoices.MOST + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String getOrderNo() {
        return orderNo;
    }

    public Long getOrder() {
        return order;
    }

    public void setOrder(Long order) {
        this.order = order;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
