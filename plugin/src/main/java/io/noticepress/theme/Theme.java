package io.noticepress.theme;

import freemarker.template.Template;
import io.noticepress.model.Digest;
import io.noticepress.model.Language;
import io.noticepress.plan.Address;
import io.noticepress.plan.InputDigests;
import io.noticepress.plan.Page;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import io.noticepress.problem.RunFailed;
import io.noticepress.yaml.Mapping;
import io.noticepress.yaml.Scalar;
import io.noticepress.yaml.Value;
import io.noticepress.yaml.YamlParser;
import io.noticepress.yaml.YamlText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A theme: its templates, words and assets, checked and ready. Immutable; templates may be used by several threads.
 *
 * <p>A theme is trusted, unlike content. Even so its templates reach nothing but the records they are given.
 */
public final class Theme {
    private static final Set<String> TEMPLATES = Set.of(
            "chooser",
            "home",
            "notice",
            "parallel",
            "overview",
            "list",
            "register",
            "translations",
            "text",
            "search",
            "not-found");

    private final String shown;
    private final Digest digest;
    private final Map<String, Template> templates;
    private final Map<String, Map<String, String>> words;
    private final Map<String, byte[]> assets = new LinkedHashMap<>();
    private final Map<String, String> assetFiles = new LinkedHashMap<>();

    private Theme(ThemeFolder folder, Map<String, Template> templates, Map<String, Map<String, String>> words) {
        List<Digest> parts = new ArrayList<>();
        folder.files().forEach((path, bytes) -> {
            parts.add(Digest.of(path));
            parts.add(Digest.of(bytes));
        });
        this.shown = folder.shown();
        this.digest = Digest.of(parts);
        this.templates = templates;
        this.words = words;
        assets(folder.files());
    }

    /**
     * Reads a theme and checks that it is whole: a template for every kind of page and none besides, the same words in
     * every language, and among them those of {@link Word}.
     *
     * @throws RunFailed if it is not
     */
    public static Theme read(Path themes, String shownThemes, String name, Problems problems) {
        ThemeFolder folder = ThemeFolder.read(themes, shownThemes, name);
        Set<String> found = new TreeSet<>();
        for (String path : folder.files().keySet()) {
            if (path.startsWith("pages/")) {
                found.add(path.substring("pages/".length()).replace(".ftlh", ""));
            }
        }
        for (String template : TEMPLATES) {
            if (!found.remove(template)) {
                throw incomplete(
                        folder.shown() + "/pages/" + template + ".ftlh",
                        Message.of("主题缺少模板 {0}.ftlh", "the theme lacks the template {0}.ftlh", template),
                        Message.of("补上这个模板", "add that template"));
            }
        }
        for (String unknown : found) {
            throw incomplete(
                    folder.shown() + "/pages/" + unknown,
                    Message.of("没有哪种页面使用模板“{0}”", "no kind of page uses the template \"{0}\"", unknown),
                    Message.of("可用的模板名：{0}", "write one of {0}", String.join(", ", new TreeSet<>(TEMPLATES))));
        }
        Engine engine = new Engine(folder);
        Map<String, Template> templates = new TreeMap<>();
        TEMPLATES.forEach(template -> templates.put(template, engine.template("pages/" + template + ".ftlh")));
        return new Theme(folder, templates, words(folder, problems));
    }

    /** The fingerprint of all its files. */
    public Digest digest() {
        return digest;
    }

    /** Its assets as pages to be written. */
    public List<Page.AssetFile> assetPages() {
        return assets.entrySet().stream()
                .map(asset -> new Page.AssetFile(
                        new Address(asset.getKey()),
                        new InputDigests(Digest.of(new byte[0]), Digest.of(asset.getValue()), Digest.of(new byte[0]))))
                .toList();
    }

    /** The bytes of an asset, by its address. */
    byte[] asset(Address address) {
        return assets.get(address.file());
    }

    /** Where each asset stands below the base path, by its name in the theme. */
    Map<String, String> assetFiles() {
        return Map.copyOf(assetFiles);
    }

    /** The HTML that the template of a kind of page makes of its values, in UTF-8; {@code page} names the page in messages. */
    byte[] print(String kind, Map<String, Object> values, String page) {
        return Engine.print(shown, templates.get(kind), values, page);
    }

    /** The words for a language: its own, those of its tag, else English. */
    Say say(Language language) {
        for (String key : List.of(language.key(), language.tag(), language.tag().split("-")[0], "en")) {
            if (words.containsKey(key)) {
                return new Say(words.get(key));
            }
        }
        return new Say(words.values().iterator().next());
    }

    private void assets(SortedMap<String, byte[]> files) {
        // Style sheets last: they name other assets, and take part in the naming themselves.
        List<String> names = new ArrayList<>(files.keySet().stream()
                .filter(path -> path.startsWith("assets/"))
                .map(path -> path.substring("assets/".length()))
                .toList());
        names.sort((a, b) -> Boolean.compare(a.endsWith(".css"), b.endsWith(".css")));
        for (String name : names) {
            byte[] bytes = files.get("assets/" + name);
            if (name.endsWith(".css")) {
                bytes = withAssetNames(bytes);
            }
            int dot = name.lastIndexOf('.');
            String hash = Digest.of(bytes).hex().substring(0, 10);
            String hashed = dot < 0 ? name + "." + hash : name.substring(0, dot) + "." + hash + name.substring(dot);
            assetFiles.put(name, "assets/" + hashed);
            assets.put("assets/" + hashed, bytes);
        }
    }

    private byte[] withAssetNames(byte[] css) {
        String text = new String(css, StandardCharsets.UTF_8);
        for (Map.Entry<String, String> asset : assetFiles.entrySet()) {
            String hashed = asset.getValue().substring("assets/".length());
            text = text.replace("url(\"" + asset.getKey() + "\")", "url(\"" + hashed + "\")");
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Map<String, String>> words(ThemeFolder folder, Problems problems) {
        Map<String, Map<String, String>> all = new TreeMap<>();
        folder.files().forEach((path, bytes) -> {
            if (path.startsWith("words/") && path.endsWith(".yaml")) {
                String language = path.substring("words/".length(), path.length() - ".yaml".length());
                all.put(language, words(folder.shown() + "/" + path, bytes, problems));
            }
        });
        if (all.isEmpty()) {
            throw incomplete(
                    folder.shown() + "/words",
                    Message.of("主题没有任何界面文字", "the theme has no words"),
                    Message.of("至少添加 words/en.yaml", "add words/en.yaml at least"));
        }
        for (Map.Entry<String, Map<String, String>> file : all.entrySet()) {
            for (Word word : Word.values()) {
                if (!file.getValue().containsKey(word.key())) {
                    throw incomplete(
                            folder.shown() + "/words/" + file.getKey() + ".yaml",
                            Message.of(
                                    "缺少每个主题必备的界面文字“{0}”", "the words lack \"{0}\", which every theme has", word.key()),
                            Message.of(
                                    "补上这个键；含义见 themes/official/README.md",
                                    "add it; what it is for stands in themes/official/README.md"));
                }
            }
        }
        all.forEach((language, words) -> Days.fault(new Say(words)).ifPresent(what -> {
            throw incomplete(
                    folder.shown() + "/words/" + language + ".yaml",
                    what,
                    Message.of(
                            "日期如 yyyy年M月d日 或 d MMMM yyyy，月份名称用空格隔开",
                            "write the pattern as d MMMM yyyy or yyyy-M-d, the months with blanks between them"));
        }));
        Set<String> keys = new TreeSet<>();
        all.values().forEach(words -> keys.addAll(words.keySet()));
        all.forEach((language, words) -> keys.stream()
                .filter(key -> !words.containsKey(key))
                .findFirst()
                .ifPresent(key -> {
                    throw incomplete(
                            folder.shown() + "/words/" + language + ".yaml",
                            Message.of("缺少界面文字“{0}”", "the words lack \"{0}\"", key),
                            Message.of("各语言的文件须有相同的键，请补上", "add it: every language has the same keys"));
                }));
        return all;
    }

    private static Map<String, String> words(String shown, byte[] bytes, Problems problems) {
        Map<String, String> words = new TreeMap<>();
        Mapping mapping = YamlParser.parse(new YamlText(shown, new String(bytes, StandardCharsets.UTF_8), 1), problems)
                .orElseThrow(() -> incomplete(
                        shown,
                        Message.of("界面文字的文件无法解析", "the file of words cannot be parsed"),
                        Message.of("按“键: 文字”逐行书写", "write one key: text on each line")));
        for (Mapping.Field field : mapping.fields()) {
            Value value = field.value();
            if (!(value instanceof Scalar)) {
                throw new RunFailed(Problem.of(
                        ProblemCode.CONFIG_INVALID,
                        value.at(),
                        value.width(),
                        Message.of("“{0}”应为一段文字", "\"{0}\" must be a text", field.name()),
                        Message.of("写成“键: 文字”", "write key: text")));
            }
            words.put(field.name(), ((Scalar) value).text());
        }
        return words;
    }

    private static RunFailed incomplete(String file, Message what, Message mend) {
        return new RunFailed(Problem.of(ProblemCode.TEMPLATE_ERROR, file, what, mend));
    }
}
