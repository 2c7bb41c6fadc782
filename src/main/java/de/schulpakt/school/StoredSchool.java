package de.schulpakt.school;

/** A school as it is stored, for the comparison with a file. */
record StoredSchool(Long id, Long authorityId, String stateCode, String officialNo, SchoolFacts facts) {
    String key() {
        return stateCode + " " + officialNo;
    }
}
