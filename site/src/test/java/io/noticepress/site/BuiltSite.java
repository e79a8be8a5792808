package io.noticepress.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * The site as built on disk and its settings. Independent of the generator's code: tests derive what they expect from the
 * content and from what is promised to readers.
 */
public final class BuiltSite {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final BuiltSite HERE = new BuiltSite(Path.of(System.getProperty("site")), SourceContent.current());

    private final Path root;
    private final SourceContent sourceContent;
    private final SortedSet<String> files;
    private final SortedMap<String, Document> pages;

    private BuiltSite(Path root, SourceContent sourceContent) {
        this.root = root;
        this.sourceContent = sourceContent;
        this.files = list(root);
        this.pages = parse(root, files);
    }

    /** The site of this build, read once. */
    public static BuiltSite current() {
        return HERE;
    }

    public Path root() {
        return root;
    }

    /** The content the site was built from. */
    public SourceContent sources() {
        return sourceContent;
    }

    /** Every file, relative to the root, with {@code /}: {@code zh/years/2030/index.html}. */
    SortedSet<String> files() {
        return files;
    }

    /** Every HTML file, parsed. */
    public SortedMap<String, Document> pages() {
        return pages;
    }

    /** Every HTML file with an address of its own: all except the error page. */
    SortedMap<String, Document> pagesWithAddress() {
        SortedMap<String, Document> addressed = new TreeMap<>(pages);
        addressed.remove("404.html");
        return addressed;
    }

    /** The pages of notices: {@code zh/notices/2030/x/index.html}. */
    public SortedMap<String, Document> notices() {
        SortedMap<String, Document> notices = new TreeMap<>(pages);
        notices.keySet()
                .removeIf(file -> !file.matches("(?!parallel/)[a-z0-9-]+/notices/[0-9]{4}/[a-z0-9-]+/index\\.html"));
        return notices;
    }

    /** The address of a page: {@code /zh/years/2030/}, with the path of the base URL. */
    public String address(String file) {
        return sourceContent.basePath() + file.replaceAll("(^|/)index\\.html$", "$1");
    }

    /** The absolute URL of a page: {@code https://notices.example.org/zh/}. */
    String url(String file) {
        return sourceContent.origin() + address(file);
    }

    /** The file that a server sends for a root-absolute path, if there is one. */
    public Optional<String> fileOfPath(String path) {
        if (!path.startsWith(sourceContent.basePath())) {
            return Optional.empty();
        }
        String decoded = URLDecoder.decode(
                path.substring(sourceContent.basePath().length()).replace("+", "%2B"), StandardCharsets.UTF_8);
        String file = decoded.isEmpty() || decoded.endsWith("/") ? decoded + "index.html" : decoded;
        return Optional.of(file).filter(files::contains);
    }

    /** The file for an absolute URL of this site, if there is one. */
    Optional<String> fileOfUrl(String url) {
        return Optional.of(url)
                .filter(text -> text.startsWith(sourceContent.origin() + "/"))
                .map(text -> text.substring(sourceContent.origin().length()))
                .flatMap(this::fileOfPath);
    }

    public byte[] bytes(String file) {
        try {
            return Files.readAllBytes(root.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    JsonNode json(String file) {
        try {
            return JSON.readTree(bytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /** Files whose paths match a pattern. */
    List<String> files(String pattern) {
        return files.stream().filter(file -> file.matches(pattern)).toList();
    }

    /** All records of the open data, of all years. */
    List<JsonNode> records() {
        List<JsonNode> records = new ArrayList<>();
        files("data/notices-[0-9]{4}\\.json")
                .forEach(file -> json(file).path("notices").forEach(records::add));
        return records;
    }

    private static SortedSet<String> list(Path root) {
        try (Stream<Path> walk = Files.walk(root)) {
            SortedSet<String> files = new TreeSet<>();
            walk.filter(Files::isRegularFile)
                    .forEach(file -> files.add(root.relativize(file).toString().replace('\\', '/')));
            return Collections.unmodifiableSortedSet(files);
        } catch (IOException e) {
            throw new UncheckedIOException("no site found; build it first", e);
        }
    }

    private static SortedMap<String, Document> parse(Path root, SortedSet<String> files) {
        SortedMap<String, Document> pages = new TreeMap<>();
        try {
            for (String file : files) {
                if (file.endsWith(".html")) {
                    String text = Files.readString(root.resolve(file), StandardCharsets.UTF_8);
                    Document page = Jsoup.parse(text);
                    page.outputSettings().prettyPrint(false);
                    pages.put(file, page);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableSortedMap(pages);
    }
}
