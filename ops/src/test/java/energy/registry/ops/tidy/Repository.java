package energy.registry.ops.tidy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The files of the repository, without what builds and running systems leave in it. */
final class Repository {
    private static final Set<String> NOT_OURS = Set.of("target", ".git", "node_modules", ".idea", ".vscode");

    private final Path root;
    private final List<Path> files = new ArrayList<>();

    private Repository(Path root) {
        this.root = root;
    }

    /** The repository that this module lies in. */
    static Repository here() throws IOException {
        Repository repository = new Repository(Path.of("").toAbsolutePath().getParent());
        Files.walkFileTree(repository.root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean data = folder.equals(repository.root.resolve("ops/data"));
                return data || NOT_OURS.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                repository.files.add(repository.root.relativize(file));
                return FileVisitResult.CONTINUE;
            }
        });
        return repository;
    }

    /** Visible entries of the top level. */
    List<String> topLevel() throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> !name.startsWith(".") && !NOT_OURS.contains(name))
                    .sorted()
                    .toList();
        }
    }

    List<Path> files(Predicate<String> name) {
        return files.stream().filter(file -> name.test(file.toString())).toList();
    }

    List<Path> javaFiles() {
        return files(name -> name.endsWith(".java"));
    }

    /** Files that people write: no pictures, no binary. */
    List<Path> texts() {
        return files(name -> name.matches(".*\\.(java|xml|md|sql|html|css|js|sh|yml|yaml|json|cli|conf|properties)")
                || name.equals("ops/registry")
                || name.equals(".ci/run"));
    }

    String text(Path file) {
        try {
            return Files.readString(root.resolve(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(file + " is not readable as UTF-8 text", e);
        }
    }

    List<String> lines(Path file) {
        return text(file).lines().toList();
    }

    boolean exists(Path file) {
        return Files.exists(root.resolve(file));
    }

    Path root() {
        return root;
    }
}
