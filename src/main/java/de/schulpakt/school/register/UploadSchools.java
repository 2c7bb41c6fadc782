package de.schulpakt.school.register;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A file with a school register. What the content must be says {@link de.schulpakt.exchange.CsvFile#check}. */
public record UploadSchools(@NotBlank @Size(max = 255) String fileName, byte[] content) {
}
