package energy.registry.ingest.adapter.mqtt;

import energy.registry.domain.encoding.Digest;
import energy.registry.ingest.limit.TokenBucket;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.util.Optional;

/**
 * One connection from outside, relayed to the MQTT server behind it. It is read only as fast as what it brings can be
 * decided: it can be held, and then its sender's own network stack makes him wait. Nothing is dropped for being too fast.
 */
final class Line {
    /** Bytes of one connection a second: a thousand statements of 60 readings. */
    private static final long BYTES_PER_SECOND = 16L << 20;

    private static final long BURST_BYTES = 32L << 20;

    private final Vertx vertx;
    private final Context context;
    private final NetSocket outside;
    private final NetSocket inside;
    private final Digest keyId;
    private final TokenBucket bytes = new TokenBucket(BYTES_PER_SECOND, BURST_BYTES, System.nanoTime());
    private volatile int holds; // written by its own context only
    private boolean draining;

    /** @param keyId of the certificate on the line, or null where there is none */
    Line(Vertx vertx, NetSocket outside, NetSocket inside, Digest keyId) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.outside = outside;
        this.inside = inside;
        this.keyId = keyId;
    }

    Optional<Digest> keyId() {
        return Optional.ofNullable(keyId);
    }

    String peer() {
        return outside.remoteAddress() + (keyId == null ? "" : " key " + keyId);
    }

    void relay(Runnable whenClosed) {
        outside.handler(this::fromOutside);
        inside.handler(this::fromInside);
        outside.closeHandler(closed -> {
            inside.close();
            whenClosed.run();
        });
        inside.closeHandler(closed -> outside.close());
        outside.exceptionHandler(broken -> outside.close());
        inside.exceptionHandler(broken -> outside.close());
        outside.resume();
    }

    private void fromOutside(Buffer buffer) {
        inside.write(buffer);
        if (inside.writeQueueFull()
                && !draining) { // one hold for one drain, however many buffers come before it takes effect
            draining = true;
            hold();
            inside.drainHandler(drained -> {
                draining = false;
                release();
            });
        }
        pause(bytes.spend(buffer.length(), System.nanoTime()));
    }

    private void fromInside(Buffer buffer) {
        outside.write(buffer);
        if (outside.writeQueueFull()) {
            inside.pause();
            outside.drainHandler(drained -> inside.resume());
        }
    }

    /** Reads nothing for a time. */
    void pause(long millis) {
        if (millis > 0) {
            hold();
            vertx.setTimer(millis, elapsed -> release());
        }
    }

    /** Whether nothing is read from it now. */
    boolean isHeld() {
        return holds > 0;
    }

    /** Reads nothing until as many releases. */
    void hold() {
        context.runOnContext(ignored -> {
            if (holds++ == 0) {
                outside.pause();
            }
        });
    }

    void release() {
        context.runOnContext(ignored -> {
            if (--holds == 0) {
                outside.resume();
            }
        });
    }
}
