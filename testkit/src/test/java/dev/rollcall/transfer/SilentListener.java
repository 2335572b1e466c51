package dev.rollcall.transfer;

import java.util.OptionalDouble;

/** Shows nothing of a transfer. */
final class SilentListener implements TransferListener {

    @Override
    public void advanced(Phase phase, RecordType<?> feature, long count, OptionalDouble share) {
        // Nobody looks.
    }

    @Override
    public void finished(Phase phase, RecordType<?> feature, long count) {
        // Nobody looks.
    }
}
