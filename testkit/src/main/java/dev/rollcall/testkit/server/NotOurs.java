package dev.rollcall.testkit.server;

/** What a test asks of a server that somebody else runs, in vain. */
final class NotOurs {

    private NotOurs() {}

    static UnsupportedOperationException cannotBe(String done, TestServer server) {
        return new UnsupportedOperationException(server + " belongs to somebody else and cannot be " + done
                + " by a test. Ask for a server of the test's own.");
    }
}
