/**
 * What a school is in a school year: pupils, teachers, classes, from whom one knows it. Applications and reports ask for them.
 *
 * <p>Words: a <em>school year</em> (Schuljahr) begins on the first of August and is named after both calendar years, 2026/27.
 *
 * <p>D1: counts only, never a person. Where a number is not known it is empty, not zero.
 * <p>D2: one row for school and year. A wrong one is changed or removed with a reason; the history of the school says what stood there.
 * <p>D3: the register of schools has a number of pupils of its own without a year; it stays as that register says it.
 */
@Module(name = "school.year", uses = {"school.place", "exchange"}, exposes = {"SchoolYearList", "SchoolYearQueries", "SchoolYears"},
        reads = {"School"})
package de.schulpakt.school.year;

import de.schulpakt.platform.Module;
