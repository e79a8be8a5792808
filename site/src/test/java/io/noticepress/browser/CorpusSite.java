package io.noticepress.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A published site of many generated notices, and a full scan of its texts to compare search results with. A text is
 * scanned block by block; each block is normalized to a sequence of Chinese characters, words and punctuation marks.
 */
final class CorpusSite {
    private static final String BLOCKS = "h1, h2, h3, h4, h5, h6, p, li, td, th";
    private static final Pattern TOKEN = Pattern.compile(
            "(?<han>[\\u3400-\\u9fff])|(?<word>[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9a-z]+)|(?<mark>[^ \\-])");
    private static final Pattern HAN_RUN = Pattern.compile("[\\u3400-\\u9fff]+");
    private static final Pattern WORDS = Pattern.compile("[A-Za-z]+(?: [A-Za-z]+)*");

    /** A notice in one language: its address, title, number and text. */
    record CorpusNotice(String address, String title, String number, NoticeText text) {
        /** A random run of Chinese characters within a block; empty if the block drawn has no run of this length. */
        String randomHanRun(Random random, int length) {
            return randomPiece(random, HAN_RUN, length);
        }

        /** Consecutive words within a random block; empty if there are too few. */
        String randomWords(Random random, int count) {
            String run = randomPiece(random, WORDS, -1);
            String[] words = run.split(" ");
            if (words.length < count) {
                return "";
            }
            int from = random.nextInt(words.length - count + 1);
            return String.join(" ", List.of(words).subList(from, from + count));
        }

        private String randomPiece(Random random, Pattern run, int length) {
            Matcher runs =
                    run.matcher(text.blocks().get(random.nextInt(text.blocks().size())));
            List<String> found = new ArrayList<>();
            while (runs.find()) {
                if (runs.group().length() >= length) {
                    found.add(runs.group());
                }
            }
            if (found.isEmpty()) {
                return "";
            }
            String drawn = found.get(random.nextInt(found.size()));
            int from = length < 0 ? 0 : random.nextInt(drawn.length() - length + 1);
            return length < 0 ? drawn : drawn.substring(from, from + length);
        }
    }

    /** All blocks of a notice, as written and normalized; parsed from its page on first use. */
    static final class NoticeText {
        private final Supplier<List<String>> page;
        private List<String> blocks = List.of();
        private List<String> rows = List.of();

        NoticeText(Supplier<List<String>> page) {
            this.page = page;
        }

        List<String> blocks() {
            if (blocks.isEmpty()) {
                blocks = page.get();
            }
            return blocks;
        }

        List<String> normalizedBlocks() {
            if (rows.isEmpty()) {
                rows = blocks().stream().map(CorpusSite::normalize).toList();
            }
            return rows;
        }
    }

    private final Path root;
    private final Map<String, List<CorpusNotice>> notices = new HashMap<>();

    private CorpusSite(Path root) {
        this.root = root;
    }

    /** Reads the site built from the corpus. */
    static CorpusSite read() {
        CorpusSite corpusSite = new CorpusSite(Path.of(System.getProperty("corpus")));
        Map<String, String> languages = Map.of("zh-CN", "zh", "en", "en");
        try (Stream<Path> years = Files.list(corpusSite.root.resolve("data"))) {
            for (Path year : years.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                for (JsonNode notice :
                        new ObjectMapper().readTree(year.toFile()).get("notices")) {
                    languages.forEach((tag, key) -> corpusSite
                            .notices
                            .computeIfAbsent(key, none -> new ArrayList<>())
                            .add(corpusSite.notice(notice, tag)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return corpusSite;
    }

    private CorpusNotice notice(JsonNode facts, String tag) {
        JsonNode edition = facts.get("editions").get(tag);
        String address = edition.get("url").asText().replaceFirst("^https://[^/]+", "");
        String number = facts.at("/number/printed").asText();
        List<String> head = new ArrayList<>(List.of(edition.get("title").asText(), number));
        facts.get("issuers")
                .forEach(issuer -> head.add(issuer.at("/name/" + tag).asText()));
        edition.get("recipients").forEach(recipient -> head.add(recipient.asText()));
        return new CorpusNotice(
                address, edition.get("title").asText(), number, new NoticeText(() -> blocks(address, head)));
    }

    /** The blocks of the page of a notice, after the given fields. */
    private List<String> blocks(String address, List<String> head) {
        List<String> blocks = new ArrayList<>(head);
        Document page = Jsoup.parse(text(address.substring(1) + "index.html"));
        page.select(".twin, .noteref, .back, .footnotes > h2").remove();
        for (Element block : page.select(".text .part, .text .footnotes").select(BLOCKS)) {
            if (block.select(BLOCKS).size() == 1) {
                blocks.add(block.text());
            }
        }
        return blocks;
    }

    /** The root folder of the site. */
    Path root() {
        return root;
    }

    Set<String> languages() {
        return notices.keySet();
    }

    List<CorpusNotice> notices(String language) {
        return notices.get(language);
    }

    /** The addresses of all notices with a block that contains the query. */
    Set<String> scan(String language, String query) {
        String row = normalize(query);
        return notices(language).stream()
                .filter(corpusNotice ->
                        corpusNotice.text().normalizedBlocks().stream().anyMatch(each -> each.contains(row)))
                .map(CorpusNotice::address)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** The address of the search script. */
    String engineAddress() {
        return Jsoup.parse(text("zh/search/index.html"))
                .selectFirst("link[rel=modulepreload]")
                .attr("href");
    }

    /** The root of a language's index, in base64. */
    String indexRoot(String language) {
        return Jsoup.parse(text(language + "/search/index.html"))
                .selectFirst("form[data-index]")
                .attr("data-index");
    }

    /** Serves the site at its root. */
    StaticSiteServer server() {
        return new StaticSiteServer(
                path -> Optional.of(path.substring(1) + (path.endsWith("/") ? "index.html" : ""))
                        .filter(file -> Files.isRegularFile(root.resolve(file))),
                file -> bytes(root.resolve(file)));
    }

    private String text(String file) {
        return new String(bytes(root.resolve(file)), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The characters, words and marks of a block in sequence, each terminated by U+0000. */
    private static String normalize(String block) {
        String plain = Normalizer.normalize(block, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder row = new StringBuilder("\0");
        boolean mark = false;
        for (Matcher part = TOKEN.matcher(plain); part.find(); ) {
            if (part.group("mark") != null) {
                row.append(mark ? "" : ",\0");
                mark = true;
            } else {
                String word = part.group("word");
                row.append(word == null ? part.group() : singular(word.replace(",", "")))
                        .append('\0');
                mark = false;
            }
        }
        return row.toString();
    }

    private static String singular(String word) {
        if (!word.matches("[a-z]{3,}s") || word.matches(".*(ss|us|is)")) {
            return word;
        }
        if (word.matches(".{2,}ies")) {
            return word.replaceFirst("ies$", "y");
        }
        return word.replaceFirst(word.matches(".*(ss|ch|sh|x|z)es") ? "es$" : "s$", "");
    }
}
