package energy.registry.ops.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The checked out and built repository that the processes run from. */
record Checkout(Path root) {
    private static final String VERSION = "0.1.0-SNAPSHOT";

    Path of(String path) {
        return root.resolve(path);
    }

    /** What is unpacked once and shared by all data folders. */
    Path runtime() {
        return root.resolve("ops/target/runtime");
    }

    /** Where the footage libraries unpack their native code, instead of the home folder. */
    Path nativeCache() {
        return runtime().resolve("javacpp");
    }

    /** The class path of a module's processes: its own jar and what its build wrote down. */
    String classpath(String module) throws IOException {
        Path target = root.resolve(module).resolve("target");
        Path jar = target.resolve(Path.of(module).getFileName() + "-" + VERSION + ".jar");
        Path libraries = target.resolve("classpath.txt");
        if (!Files.exists(jar) || !Files.exists(libraries)) {
            throw new IOException(module + " is not built (" + jar + " is missing); run ops/registry up, which builds");
        }
        return jar + ":" + Files.readString(libraries).strip();
    }
}
