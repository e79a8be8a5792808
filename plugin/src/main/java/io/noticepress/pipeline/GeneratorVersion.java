package io.noticepress.pipeline;

import io.noticepress.model.values.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Name and digest of this program.
 *
 * @param name as pages show it: {@code Noticepress 1.0}
 * @param digestOfJar of its code; with another one, even of the same version number, every page is rendered again
 */
public record GeneratorVersion(String name, Digest digestOfJar) {
    /** The running program. */
    public static GeneratorVersion read() {
        try (InputStream in = GeneratorVersion.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            URL place =
                    GeneratorVersion.class.getProtectionDomain().getCodeSource().getLocation();
            return new GeneratorVersion(
                    "Noticepress " + properties.getProperty("version"), digestOfJar(Path.of(place.toURI())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Digest digestOfJar(Path code) throws IOException {
        return Files.isRegularFile(code) ? digestOfJar(new ZipFile(code.toFile())) : digestOfClasses(code);
    }

    /** The digest of a jar's central directory, which has the CRC-32 of every file (APPNOTE 4.4.7). */
    private static Digest digestOfJar(ZipFile jar) throws IOException {
        StringBuilder directory = new StringBuilder(1 << 18);
        try (jar) {
            jar.stream()
                    .filter(file -> !file.getName().startsWith("META-INF/")) // depends on when and how it was packed
                    .forEach(file -> directory
                            .append(file.getName())
                            .append(' ')
                            .append(file.getCrc())
                            .append(' ')
                            .append(file.getSize())
                            .append('\n'));
        }
        return Digest.of(directory.toString());
    }

    private static Digest digestOfClasses(Path code) throws IOException {
        List<Digest> parts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(code)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                parts.add(Digest.of(code.relativize(file).toString()));
                parts.add(Digest.of(Files.readAllBytes(file)));
            }
        }
        return Digest.of(parts);
    }
}
