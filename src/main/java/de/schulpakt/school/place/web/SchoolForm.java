package de.schulpakt.school.place.web;

import de.schulpakt.school.place.SchoolQueries;
import de.schulpakt.school.place.SchoolType;
import de.schulpakt.school.place.Schools;
import java.io.Serializable;
import java.math.BigDecimal;

/** The facts of a school while somebody writes them. */
public class SchoolForm implements Serializable {
    private static final long serialVersionUID = 1L;
    private String name;
    private String type;
    private String street;
    private String postcode;
    private String city;
    private BigDecimal latitude;
    private BigDecimal longitude;
    private String phone;
    private Integer pupils;

    /** An empty form. */
    public SchoolForm() {
    }

    SchoolForm(SchoolQueries.View school) {
        name = school.name();
        type = school.type().name();
        street = school.street();
        postcode = school.postcode();
        city = school.city();
        latitude = school.latitude();
        longitude = school.longitude();
        phone = school.phone();
        pupils = school.pupils();
    }

    Schools.Change command(Integer version) {
        return new Schools.Change(version, name, chosen(), street, postcode, city, latitude, longitude, phone, pupils);
    }

    Schools.Create command(Long authorityId, String stateCode, String officialNo) {
        return new Schools.Create(authorityId, stateCode, officialNo, name, chosen(), street, postcode, city, latitude, longitude,
                phone, pupils);
    }

    private SchoolType chosen() {
        return type == null ? null : SchoolType.valueOf(type);
    }

    public SchoolType[] getTypes() {
        return SchoolType.values();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }

    public String getStreet() {
        return street;
    }

    public void setStreet(String street) {
        this.street = street;
    }

    public String getPostcode() {
        return postcode;
    }

    public void setPostcode(String postcode) {
        this.postcode = postcode;
    }

    public String getCity() {
        return city;
    }

    public void setCity(String city) {
        this.city = city;
    }

    public BigDecimal getLatitude() {
        return latitude;
    }

    public void setLatitude(BigDecimal latitude) {
        this.latitude = latitude;
    }

    public BigDecimal getLongitude() {
        return longitude;
    }

    public void setLongitude(BigDecimal longitude) {
        this.longitude = longitude;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public Integer getPupils() {
        return pupils;
    }

    public void setPupils(Integer pupils) {
        this.pupils = pupils;
    }
}
