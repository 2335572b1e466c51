package dev.rollcall.testkit.fault;

import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.storage.Store;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/** Decides which call of a store fails: none before {@link #arm} was called. Thread-safe. */
public final class Faults {

    private static final Pattern ANY = Pattern.compile(".*");
    private static final Pattern WRITE = Pattern.compile("(add|put|update|remove|restore|write|enqueue).*");

    private final AtomicReference<Plan> plan = new AtomicReference<>(Plan.NONE);

    /** Lets every call pass. */
    public Faults() {}

    /** How a call fails. */
    public enum Kind {
        /** The store is not reached. The call is not made. */
        UNREACHABLE,
        /** A write is made, and its caller gets an unknown outcome. Reads do not fail in this way. */
        OUTCOME_UNKNOWN,
        /** The store throws an exception that no port names. The call is not made. */
        BUG
    }

    /** What is left of a plan: the call to fail comes after so many others; none is to come where the count is negative. */
    private record Plan(Kind kind, Pattern methods, int callsBefore) {

        private static final Plan NONE = new Plan(Kind.BUG, WRITE, -1);

        private boolean mayHit(String method) {
            return callsBefore >= 0 && methods.matcher(method).matches();
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

    /**
     * A store of whose calls the planned one fails. It leaves the store beneath open when it is closed.
     *
     * @param store the store beneath
     * @return the store that fails
     */
    public Store over(Store store) {
        return WatchedStore.over(store, this::see);
    }

    private Object see(WatchedStore.Call call) throws Throwable {
        String method = call.method().getName();
        Plan before = plan.getAndUpdate(current -> current.mayHit(method) ? current.next() : current);
        if (!before.mayHit(method) || before.callsBefore() > 0) {
            return call.make();
        }
        switch (before.kind()) {
            case UNREACHABLE ->
                throw new StoreUnavailableException(
                        Reason.UNREACHABLE, "The store is not reached at " + method + ". Nothing was written.");
            case OUTCOME_UNKNOWN -> {
                Object unused = call.make();
                throw new StoreUnavailableException(Reason.OUTCOME_UNKNOWN, "The store broke off at " + method + ".");
            }
            case BUG -> throw new IllegalStateException("The store has a bug at " + method + ".");
        }
        throw new AssertionError(before.kind());
    }
}
