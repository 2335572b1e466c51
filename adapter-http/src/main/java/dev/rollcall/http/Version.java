package dev.rollcall.http;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of Rollcall. */
final class Version implements IVersionProvider {

    /** The version in the manifest of the jar; there is none where the classes run from a folder. */
    static String text() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("(development)");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"Rollcall " + text()};
    }
}
