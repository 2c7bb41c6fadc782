package de.schulpakt.kit;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.ref.SoftReference;

/** The classes of the program as they are built, read once for all tests that go through them: to read them takes seconds. */
public final class OwnClasses {
    private static SoftReference<JavaClasses> read = new SoftReference<>(null);

    private OwnClasses() {
    }

    /** All classes of the program, none of its tests. */
    public static synchronized JavaClasses all() {
        JavaClasses all = read.get();
        if (all == null) {
            all = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("de.schulpakt");
            read = new SoftReference<>(all);
        }
        return all;
    }
}
