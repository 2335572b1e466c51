package dev.rollcall.testkit.server;

/** Refusals of what a test can't do with a server that it has not started. */
final class NotOurs {

    private NotOurs() {}

    static UnsupportedOperationException cannotBe(String done, TestServer server) {
        return new UnsupportedOperationException(server + " belongs to somebody else and cannot be " + done
                + " by a test. Ask for a server of the test's own.");
    }
}
