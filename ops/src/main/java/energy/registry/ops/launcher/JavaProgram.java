package energy.registry.ops.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of one Java process, small by default: one collector thread, a bounded heap, no spare threads. */
record JavaProgram(
        Path java, int heapMebibytes, List<String> flags, String classpath, String mainClass, List<String> arguments) {

    List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                java.toString(),
                "-Xmx" + heapMebibytes + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.security.egd=file:/dev/urandom",
                "-Dfile.encoding=UTF-8",
                "-Duser.timezone=UTC"));
        command.addAll(flags);
        command.addAll(List.of("-cp", classpath, mainClass));
        command.addAll(arguments);
        return command;
    }
}
