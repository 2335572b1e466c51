package dev.rollcall.error;

/**
 * One thing that is wrong with an input.
 *
 * @param pointer where: a JSON pointer as a URI fragment ({@code #/email}, RFC 6901 section 6), {@code #} for the input
 *     as a whole, or the name of a query parameter, header or setting
 * @param detail what is wrong there and what would be right
 */
public record Violation(String pointer, String detail) {

    /** The pointer to the input as a whole. */
    public static final String WHOLE = "#";

    /**
     * This violation seen from one level further out.
     *
     * @param member the member that holds the input this violation is about
     * @return the violation with {@code member} in front of its pointer
     */
    public Violation within(String member) {
        String escaped = member.replace("~", "~0").replace("/", "~1");
        String rest = pointer.startsWith(WHOLE) ? pointer.substring(1) : "/" + pointer;
        return new Violation("#/" + escaped + rest, detail);
    }
}
