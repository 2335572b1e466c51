package dev.rollcall.http;

/** The command line. */
public final class Main {
    private Main() {}

    /** Starts Rollcall. */
    public static void main(String[] arguments) {
        System.out.println("Rollcall " + Main.class.getPackage().getImplementationVersion());
    }
}
