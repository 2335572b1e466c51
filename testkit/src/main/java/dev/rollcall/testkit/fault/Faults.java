package dev.rollcall.testkit.fault;

import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/** Decides which call of a {@link FaultyRepositories} fails: none before {@link #arm} was called. Thread-safe. */
public final class Faults {

    /** What a port says of itself is no call of the store. */
    private static final Pattern ANY = Pattern.compile("(?!maxWeight$).*");

    private static final Pattern WRITE = Pattern.compile("(add|put|update|remove|restore|write|owe).*");

    private final AtomicReference<Plan> plan = new AtomicReference<>(Plan.NONE);

    /** Lets every call pass. */
    public Faults() {}

    /** How a call fails. */
    public enum Kind {
        /** The store is not reached. The call is not made. */
        UNREACHABLE,
        /** A write is made, and the caller is told that its outcome is unknown. Reads do not fail in this way. */
        OUTCOME_UNKNOWN,
        /** The store throws an exception that no port names. The call is not made. */
        BUG
    }

    /** What is left of a plan: the call to fail comes after so many others; none is to come where the count is negative. */
    private record Plan(Kind kind, Pattern methods, int callsBefore) {

        private static final Plan NONE = new Plan(Kind.BUG, WRITE, -1);

        private boolean mayHit(Method method) {
            return callsBefore >= 0 && methods.matcher(method.getName()).matches();
        }

        private Plan next() {
            return new Plan(kind, methods, callsBefore - 1);
        }
    }

    /**
     * Plans that one call fails.
     *
     * @param kind how it fails
     * @param call which one, from 1, of the calls that can fail in this way
     */
    public void arm(Kind kind, int call) {
        plan.set(new Plan(kind, kind == Kind.OUTCOME_UNKNOWN ? WRITE : ANY, call - 1));
    }

    /**
     * Plans that one call of a method fails.
     *
     * @param kind how it fails
     * @param method the method's name, in whichever port
     * @param call which one, from 1, of the calls of this method
     */
    public void arm(Kind kind, String method, int call) {
        plan.set(new Plan(kind, Pattern.compile(method, Pattern.LITERAL), call - 1));
    }

    /**
     * Lets every call pass from now on.
     *
     * @return whether the planned call has come, and failed
     */
    public boolean disarm() {
        return plan.getAndSet(Plan.NONE).callsBefore() < 0;
    }

    /** Makes a call of a port, or fails in its place. */
    Object call(Object port, Method method, Object[] arguments) throws Throwable {
        Plan before = plan.getAndUpdate(current -> current.mayHit(method) ? current.next() : current);
        if (!before.mayHit(method) || before.callsBefore() > 0) {
            return real(port, method, arguments);
        }
        switch (before.kind()) {
            case UNREACHABLE ->
                throw new StoreUnavailableException(
                        Reason.UNREACHABLE,
                        "The store is not reached at " + method.getName() + ". Nothing was written.");
            case OUTCOME_UNKNOWN -> {
                Object unused = real(port, method, arguments);
                throw new StoreUnavailableException(
                        Reason.OUTCOME_UNKNOWN, "The store broke off at " + method.getName() + ".");
            }
            case BUG -> throw new IllegalStateException("The store has a bug at " + method.getName() + ".");
        }
        throw new AssertionError(before.kind());
    }

    private static Object real(Object port, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(port, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
