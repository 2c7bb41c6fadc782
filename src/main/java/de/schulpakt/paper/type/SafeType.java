package de.schulpakt.paper.type;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The types of files that the house can keep and send without harm; which of them are taken in is data. What a browser would run is none of them, and never becomes
 * one: HTML, SVG, scripts, programs. The names are kept and never change.
 */
public enum SafeType {
    /** Photos. */
    JPEG("image/jpeg", "jpg", Shown.IMAGE),
    /** Pictures and screenshots. */
    PNG("image/png", "png", Shown.IMAGE),
    /** Documents that look the same everywhere. */
    PDF("application/pdf", "pdf", Shown.PDF),
    /** Texts of Word. */
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", Shown.NONE),
    /** Tables of Excel. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", Shown.NONE),
    /** Slides of PowerPoint. */
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx", Shown.NONE),
    /** Texts of LibreOffice. */
    ODT("application/vnd.oasis.opendocument.text", "odt", Shown.NONE),
    /** Tables of LibreOffice. */
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods", Shown.NONE),
    /** Slides of LibreOffice. */
    ODP("application/vnd.oasis.opendocument.presentation", "odp", Shown.NONE),
    /** Plain text. */
    TXT("text/plain", "txt", Shown.NONE),
    /** Tables as text. */
    CSV("text/csv", "csv", Shown.NONE),
    /** Electronic invoices. */
    XML("application/xml", "xml", Shown.NONE),
    /** Texts that old programs write. */
    RTF("application/rtf", "rtf", Shown.NONE),
    /** Data of programs. */
    JSON("application/json", "json", Shown.NONE),
    /** Mails that were kept. */
    EML("message/rfc822", "eml", Shown.NONE),
    /** Dates. */
    ICS("text/calendar", "ics", Shown.NONE),
    /** Sound. */
    MP3("audio/mpeg", "mp3", Shown.NONE),
    /** Films. */
    MP4("video/mp4", "mp4", Shown.NONE);

    private static final Map<String, SafeType> BY_MEDIA_TYPE = Arrays.stream(values()).collect(Collectors.toMap(SafeType::mediaType, Function.identity()));
    private final String mediaType;
    private final String ending;
    private final Shown shown;

    SafeType(String mediaType, String ending, Shown shown) {
        this.mediaType = mediaType;
        this.ending = ending;
        this.shown = shown;
    }

    /** As it is found in the bytes. */
    public String mediaType() {
        return mediaType;
    }

    /** The end of its names. */
    public String ending() {
        return ending;
    }

    /** The most that a browser may ever do with it. */
    public Shown shown() {
        return shown;
    }

    /** The one of this media type; empty for what is never taken in. */
    public static Optional<SafeType> of(String mediaType) {
        return Optional.ofNullable(BY_MEDIA_TYPE.get(mediaType));
    }
}
