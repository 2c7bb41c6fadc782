package de.schulpakt.platform.faces.web;

import jakarta.faces.component.UIViewParameter;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.ConverterException;

/** A parameter of an address: one that cannot be read is as if it were not there, and the page is shown without it. */
public class AddressParameter extends UIViewParameter {

    @Override
    protected Object getConvertedValue(FacesContext context, Object sent) {
        try {
            return super.getConvertedValue(context, sent);
        } catch (ConverterException e) {
            return null;
        }
    }
}
