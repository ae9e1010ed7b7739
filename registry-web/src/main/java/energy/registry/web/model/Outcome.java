package energy.registry.web.model;

import java.util.Optional;
import java.util.function.Function;

/** What came of a request: a value, or the refusal that says which rule, field and remedy. */
public sealed interface Outcome<T> {
    /** It was done. */
    record Done<T>(T value) implements Outcome<T> {}

    /** It was not done, and nothing has changed. */
    record Refused<T>(Refusal refusal) implements Outcome<T> {}

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    default boolean isDone() {
        return this instanceof Done;
    }

    default Optional<T> result() {
        return this instanceof Done<T> done ? Optional.of(done.value()) : Optional.empty();
    }

    default Optional<Refusal> whyNot() {
        return this instanceof Refused<T> refused ? Optional.of(refused.refusal()) : Optional.empty();
    }

    default <R> Outcome<R> map(Function<T, R> change) {
        return this instanceof Done<T> done ? done(change.apply(done.value())) : refused(((Refused<T>) this).refusal());
    }

    /** The same, but what was not found is refused in these words, so that nobody learns where it was looked for. */
    default Outcome<T> orMissing(Refusal missing) {
        return this instanceof Refused<T> refused && refused.refusal().kind() == Refusal.Kind.NOT_FOUND
                ? refused(missing)
                : this;
    }

    default <R> Outcome<R> then(Function<T, Outcome<R>> next) {
        return this instanceof Done<T> done ? next.apply(done.value()) : refused(((Refused<T>) this).refusal());
    }
}
