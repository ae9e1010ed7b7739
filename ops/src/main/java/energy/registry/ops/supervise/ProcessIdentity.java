package energy.registry.ops.supervise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One process of one boot of this machine. A process id is used again by the kernel sooner or later; with the start
 * time beside it, a stranger that got the same id is never taken for ours.
 *
 * @param startTicks when the process began, in clock ticks since the boot
 * @param bootId the kernel's random name of the boot
 */
public record ProcessIdentity(long pid, long startTicks, String bootId) {

    /** The process that has this id now. */
    public static Optional<ProcessIdentity> of(long pid) {
        return ProcessTable.stat(pid).map(stat -> new ProcessIdentity(pid, stat.startTicks(), currentBoot()));
    }

    /** Whether exactly this process still runs; one that ended and waits to be collected does not. */
    public boolean alive() {
        return currentBoot().equals(bootId)
                && ProcessTable.stat(pid)
                        .filter(stat -> stat.startTicks() == startTicks && !stat.ended())
                        .isPresent();
    }

    private static String currentBoot() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
        } catch (IOException e) {
            throw new IllegalStateException("/proc is not readable; the launcher needs Linux with /proc mounted", e);
        }
    }
}
