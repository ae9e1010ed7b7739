package energy.registry.ops.backup;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * A folder's files as one compressed tar file, readable by its owner only. Its last entry lists the SHA-256 of every
 * file, so that a backup that was cut short or altered is refused before anything of it is used.
 */
public final class Archive {
    /** The last entry of every archive: a line {@code sha256  path} per file. */
    static final String SUMS = "SHA256SUMS";

    private static final int BUFFER_BYTES = 1 << 16;

    /** The lines of a hundred thousand clips; a longer list is not one of ours. */
    private static final int SUMS_BYTES_MAX = 64 << 20;

    private static final int PERMISSION_BITS = 0xFFF;

    private Archive() {}

    /**
     * Writes all files and folders below {@code root} whose relative path {@code selection} takes; links are left out.
     *
     * @return the number of files
     * @throws IOException also when {@code target} exists: a backup overwrites nothing
     */
    public static int write(Path root, Selection selection, Path target) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        Path partial = target.resolveSibling(target.getFileName() + ".partial");
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(target + " exists; name a new file, a backup overwrites nothing");
        }
        Files.deleteIfExists(partial);
        Files.createFile(partial, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream file = Files.newOutputStream(partial, StandardOpenOption.WRITE);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(
                        new GZIPOutputStream(new BufferedOutputStream(file, BUFFER_BYTES), BUFFER_BYTES),
                        StandardCharsets.UTF_8.name())) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            for (Path each : selected(root, selection)) {
                add(tar, root, each, sums);
            }
            addSums(tar, sums);
        }
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        return sums.size();
    }

    /** Which relative paths belong into an archive; a folder that does not keeps all below it out. */
    @FunctionalInterface
    public interface Selection {
        boolean takes(Path relative);
    }

    private static List<Path> selected(Path root, Selection selection) throws IOException {
        List<Path> found = new ArrayList<>();
        collect(root, root, selection, found);
        return found;
    }

    private static void collect(Path root, Path folder, Selection selection, List<Path> found) throws IOException {
        List<Path> children;
        try (Stream<Path> all = Files.list(folder)) {
            children = all.sorted(Comparator.naturalOrder()).toList();
        }
        for (Path child : children) {
            if (!selection.takes(root.relativize(child))) {
                continue;
            }
            if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                found.add(child);
                collect(root, child, selection, found);
            } else if (Files.isRegularFile(child, LinkOption.NOFOLLOW_LINKS)) {
                found.add(child);
            }
        }
    }

    private static void add(TarArchiveOutputStream tar, Path root, Path path, Map<String, String> sums)
            throws IOException {
        String name = root.relativize(path).toString();
        Map<String, Object> unix = Files.readAttributes(path, "unix:mode,uid,gid", LinkOption.NOFOLLOW_LINKS);
        boolean folder = Files.isDirectory(path);
        TarArchiveEntry entry = new TarArchiveEntry(folder ? name + "/" : name);
        entry.setMode((int) unix.get("mode") & PERMISSION_BITS);
        entry.setIds((int) unix.get("uid"), (int) unix.get("gid"));
        entry.setModTime(Files.getLastModifiedTime(path));
        if (folder) {
            tar.putArchiveEntry(entry);
        } else {
            entry.setSize(Files.size(path));
            tar.putArchiveEntry(entry);
            try (DigestInputStream in = new DigestInputStream(Files.newInputStream(path), sha256())) {
                in.transferTo(tar);
                sums.put(name, HexFormat.of().formatHex(in.getMessageDigest().digest()));
            }
        }
        tar.closeArchiveEntry();
    }

    private static void addSums(TarArchiveOutputStream tar, Map<String, String> sums) throws IOException {
        StringBuilder text = new StringBuilder();
        sums.forEach((name, sum) -> text.append(sum).append("  ").append(name).append('\n'));
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(SUMS);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    /**
     * Unpacks an archive into {@code folder}, which is created, with its permissions and, for root, its owners, and
     * checks it against its sums.
     *
     * @return the number of files
     * @throws IOException when the file is no archive of ours, was cut short or altered; the folder is then to be
     *     thrown away
     */
    public static int unpack(Path archive, Path folder) throws IOException {
        Map<String, String> found = new TreeMap<>();
        String sums = null;
        Files.createDirectory(folder);
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive), BUFFER_BYTES);
                TarArchiveInputStream tar = new TarArchiveInputStream(
                        new GZIPInputStream(file, BUFFER_BYTES), StandardCharsets.UTF_8.name())) {
            List<Map.Entry<Path, TarArchiveEntry>> folders = new ArrayList<>();
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.getName().equals(SUMS)) {
                    sums = new String(tar.readNBytes(SUMS_BYTES_MAX), StandardCharsets.UTF_8);
                    continue;
                }
                Path target = inside(folder, entry);
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    folders.add(Map.entry(target, entry));
                } else {
                    found.put(folder.relativize(target).toString(), take(tar, target));
                    own(target, entry);
                }
            }
            for (Map.Entry<Path, TarArchiveEntry> each : folders) {
                own(each.getKey(), each.getValue());
            }
        }
        compare(archive, sums, found);
        return found.size();
    }

    private static Path inside(Path folder, TarArchiveEntry entry) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        boolean plain = entry.isDirectory() || entry.isFile() && !entry.isSymbolicLink() && !entry.isLink();
        if (!plain || !target.startsWith(folder) || target.equals(folder)) {
            throw new IOException("entry '" + entry.getName() + "' does not belong into a backup of the registry");
        }
        return target;
    }

    private static String take(InputStream in, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        MessageDigest digest = sha256();
        try (OutputStream out =
                Files.newOutputStream(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            DigestInputStream digested = new DigestInputStream(in, digest);
            digested.transferTo(out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void own(Path target, TarArchiveEntry entry) throws IOException {
        Files.setAttribute(target, "unix:mode", entry.getMode() & PERMISSION_BITS);
        if ("root".equals(System.getProperty("user.name"))) {
            Files.setAttribute(target, "unix:uid", (int) entry.getLongUserId());
            Files.setAttribute(target, "unix:gid", (int) entry.getLongGroupId());
        }
        Files.setLastModifiedTime(target, entry.getLastModifiedTime());
    }

    private static void compare(Path archive, String sums, Map<String, String> found) throws IOException {
        if (sums == null) {
            throw new IOException(
                    archive + " ends without its sums: it is no backup of the registry, or was cut short");
        }
        Map<String, String> expected = new TreeMap<>();
        for (String line : sums.lines().toList()) {
            String[] parts = line.split("  ", 2);
            expected.put(parts[parts.length - 1], parts[0]);
        }
        if (!expected.equals(found)) {
            String first = Stream.concat(expected.keySet().stream(), found.keySet().stream())
                    .filter(name -> !String.valueOf(expected.get(name)).equals(found.get(name)))
                    .findFirst()
                    .orElseThrow();
            throw new IOException(archive + " is damaged: '" + first + "' is not what was saved");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
