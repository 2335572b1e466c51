package dev.rollcall.rest.problem;

/** Ends the handling of a request with a problem that the core knows nothing of, such as a path that is not there. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /**
     * Refuses a request.
     *
     * @param problem the problem to respond with
     */
    public ProblemException(Problem problem) {
        // Without stack trace: it is a response, not a fault of the program.
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    /**
     * The problem to respond with.
     *
     * @return the problem
     */
    public Problem problem() {
        return problem;
    }
}
