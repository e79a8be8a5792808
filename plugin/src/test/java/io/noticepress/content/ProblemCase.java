package io.noticepress.content;

import io.noticepress.problem.MessageLanguage;
import io.noticepress.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * One case of a {@link ProblemPage}: files that take the place of those of the sound site in {@code problems/base.md}, and what
 * is reported about them.
 *
 * @param code whose page it is on
 * @param name its heading, such as {@code mistyped}
 * @param caption what it shows, in Chinese and in English
 */
public record ProblemCase(String code, String name, List<String> caption, List<FencedBlock> blocks) {
    private static final Path SOUND_SITE = Path.of("src/test/resources/problems/base.md");

    /**
     * A fenced block. The first word of its info string says what it is, the second is the path of the file.
     *
     * <ul>
     *   <li>{@code md}, {@code yaml}, {@code text}: a file with these lines. A third word is its encoding. <code>&#92;u{200D}</code>
     *       is a character, <code>&#92;x{E3}</code> a byte, and <code>&#92;z</code> ends the file without a line feed.
     *   <li>{@code zip}: an archive; each line is the name of an entry, a space, and its content
     *   <li>{@code folder}: a folder that has to be there
     *   <li>{@code absent}: a file of the sound site that is not there
     *   <li>{@code problems}: what is printed, in the language that follows
     * </ul>
     *
     * <p>A line {@code » 9-11 error unknown-issuer} is no line of the file. It says that a problem is reported for the line above:
     * its columns, severity and code.
     *
     * @param start the index of its first line on the page
     */
    record FencedBlock(List<String> info, int start, List<String> lines) {
        private static final Pattern ESCAPE = Pattern.compile("\\\\([ux])\\{([0-9A-F]{1,6})}");

        boolean isFile() {
            return !info.get(0).equals("problems");
        }

        boolean isPrinted(MessageLanguage language) {
            return !isFile() && info.get(1).equals(language.name().toLowerCase(Locale.ROOT));
        }

        String path() {
            return info.get(1);
        }

        private boolean hasTextLines() {
            return List.of("md", "yaml", "text").contains(info.get(0));
        }

        private List<String> fileLines() {
            return lines.stream().filter(line -> !line.startsWith("»")).toList();
        }

        /** Its lines with a marker for each of these problems of its file. */
        List<String> withMarkers(List<Problem> problems) {
            List<String> marked = new ArrayList<>(fileLines());
            for (int i = problems.size() - 1; i >= 0; i--) {
                Problem problem = problems.get(i);
                int first = problem.at().column();
                String columns = problem.width() == 1 ? "" + first : first + "-" + (first + problem.width() - 1);
                marked.add(
                        hasTextLines()
                                ? Math.min(problem.at().line(), fileLines().size())
                                : 0,
                        "» " + columns + " " + problem.severity().label() + " "
                                + problem.code().id());
            }
            return marked;
        }

        private void writeFile(Path root) throws IOException {
            Path file = root.resolve(path());
            switch (info.get(0)) {
                case "folder" -> Files.createDirectories(file);
                case "absent" -> Files.delete(file);
                case "zip" -> Files.write(createParent(file), zipBytes());
                default -> Files.write(createParent(file), textBytes());
            }
        }

        private static Path createParent(Path file) throws IOException {
            Files.createDirectories(file.getParent());
            return file;
        }

        private byte[] textBytes() {
            Charset charset = info.size() > 2 ? Charset.forName(info.get(2)) : StandardCharsets.UTF_8;
            String text = (String.join("\n", fileLines()) + "\n").replace("\\z\n", "");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Matcher escape = ESCAPE.matcher(text);
            int end = 0;
            while (escape.find()) {
                bytes.writeBytes(text.substring(end, escape.start()).getBytes(charset));
                int value = Integer.parseInt(escape.group(2), 16);
                bytes.writeBytes(
                        escape.group(1).equals("x")
                                ? new byte[] {(byte) value}
                                : Character.toString(value).getBytes(charset));
                end = escape.end();
            }
            bytes.writeBytes(text.substring(end).getBytes(charset));
            return bytes.toByteArray();
        }

        private byte[] zipBytes() throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                for (String line : fileLines()) {
                    String[] entry = line.split(" ", 2);
                    zip.putNextEntry(new ZipEntry(entry[0]));
                    zip.write(entry[1].getBytes(StandardCharsets.UTF_8));
                }
            }
            return bytes.toByteArray();
        }
    }

    /** The cases of all codes, also those that are only an example and have no file. */
    public static List<ProblemCase> readAll() {
        return ProblemPage.readAll().stream()
                .flatMap(page -> page.cases().stream())
                .toList();
    }

    /** The blocks that are files. */
    List<FencedBlock> files() {
        return blocks.stream().filter(FencedBlock::isFile).toList();
    }

    /** Writes the site of this case and returns its content folder. */
    public Path writeSite(Path root) throws IOException {
        for (FencedBlock file : ProblemPage.read(SOUND_SITE).cases().get(0).files()) {
            file.writeFile(root);
        }
        for (FencedBlock file : files()) {
            file.writeFile(root);
        }
        return root.resolve("content");
    }

    @Override
    public String toString() {
        return code + "/" + name;
    }
}
