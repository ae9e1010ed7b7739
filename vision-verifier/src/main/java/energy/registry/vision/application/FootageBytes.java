package energy.registry.vision.application;

import energy.registry.domain.encoding.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The bytes of a clip before anything is decoded. A file's digest is that of its bytes; a folder's is that of its files in
 * the order of their names, each as length of the name (u32), name in UTF-8, length (u64), bytes.
 */
record FootageBytes(List<Path> files, boolean folder, long total) {
    /** More pictures than a clip has frames are not looked at. */
    private static final int FILES_MAX = 30_000;

    static FootageBytes of(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return new FootageBytes(List.of(place), false, Files.size(place));
        }
        List<Path> files = new ArrayList<>();
        long total = 0;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(place, Files::isRegularFile)) {
            for (Path entry : entries) {
                if (files.size() == FILES_MAX) {
                    throw new IOException(place + " holds more than " + FILES_MAX + " files");
                }
                files.add(entry);
                total += Files.size(entry);
            }
        }
        files.sort(Comparator.comparing(file -> file.getFileName().toString()));
        return new FootageBytes(List.copyOf(files), true, total);
    }

    Digest sha256() throws IOException {
        try (DigestOutputStream sha =
                new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
            for (Path file : files) {
                if (folder) {
                    byte[] name = file.getFileName().toString().getBytes(StandardCharsets.UTF_8);
                    sha.write(ByteBuffer.allocate(4).putInt(name.length).array());
                    sha.write(name);
                    sha.write(ByteBuffer.allocate(8).putLong(Files.size(file)).array());
                }
                try (InputStream in = Files.newInputStream(file)) {
                    in.transferTo(sha);
                }
            }
            return Digest.of(sha.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
