package dev.rollcall.guid;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A GUID as the cache holds it: what was read, and the view that a caller has made of it. Thread-safe. */
final class CachedGuid {

    private final GuidRegistration registration;
    private volatile @Nullable Object view;

    CachedGuid(GuidRegistration registration) {
        this.registration = registration;
    }

    GuidRegistration registration() {
        return registration;
    }

    /** Returns the view of this GUID, which is made by the first caller that asks for it. Only the last type is kept. */
    <V> V view(Class<V> type, Function<? super GuidRegistration, ? extends V> make) {
        Object made = view;
        if (type.isInstance(made)) {
            return type.cast(made);
        }
        V first = make.apply(registration);
        view = first;
        return first;
    }
}
