package io.noticepress.render;

import freemarker.template.Template;
import io.noticepress.model.site.Language;
import io.noticepress.model.values.Digest;
import io.noticepress.plan.Address;
import io.noticepress.plan.InputDigests;
import io.noticepress.plan.Page;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import io.noticepress.problem.RunFailed;
import io.noticepress.render.template.MessageKey;
import io.noticepress.render.template.TemplateEngine;
import io.noticepress.render.template.ThemeFolder;
import io.noticepress.render.template.ThemeMessages;
import io.noticepress.render.views.assemble.DisplayDateFormat;
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
    private static final Set<String> TEMPLATE_NAMES = Set.of(
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

    private final String displayPath;
    private final Digest digest;
    private final Map<String, Template> templates;
    private final Map<String, Map<String, String>> messageTexts;
    private final Map<String, byte[]> assetBytes = new LinkedHashMap<>();
    private final Map<String, String> hashedAssetPaths = new LinkedHashMap<>();

    private Theme(ThemeFolder folder, Map<String, Template> templates, Map<String, Map<String, String>> messageTexts) {
        List<Digest> parts = new ArrayList<>();
        folder.files().forEach((path, bytes) -> {
            parts.add(Digest.of(path));
            parts.add(Digest.of(bytes));
        });
        this.displayPath = folder.displayPath();
        this.digest = Digest.of(parts);
        this.templates = templates;
        this.messageTexts = messageTexts;
        nameAssets(folder.files());
    }

    /**
     * Reads a theme and checks that it is whole: a template for every kind of page and none besides, the same words in
     * every language, and among them those of {@link MessageKey}.
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
        for (String template : TEMPLATE_NAMES) {
            if (!found.remove(template)) {
                throw incompleteTheme(
                        folder.displayPath() + "/pages/" + template + ".ftlh",
                        Message.of("主题缺少模板 {0}.ftlh", "the theme lacks the template {0}.ftlh", template),
                        Message.of("补上这个模板", "add that template"));
            }
        }
        for (String unknown : found) {
            throw incompleteTheme(
                    folder.displayPath() + "/pages/" + unknown,
                    Message.of("没有哪种页面使用模板“{0}”", "no kind of page uses the template \"{0}\"", unknown),
                    Message.of("可用的模板名：{0}", "write one of {0}", String.join(", ", new TreeSet<>(TEMPLATE_NAMES))));
        }
        TemplateEngine templateEngine = new TemplateEngine(folder);
        Map<String, Template> templates = new TreeMap<>();
        TEMPLATE_NAMES.forEach(
                template -> templates.put(template, templateEngine.template("pages/" + template + ".ftlh")));
        return new Theme(folder, templates, parseMessages(folder, problems));
    }

    /** The fingerprint of all its files. */
    public Digest digest() {
        return digest;
    }

    /** Its assets as pages to be written. */
    public List<Page.AssetFile> assetPages() {
        return assetBytes.entrySet().stream()
                .map(asset -> new Page.AssetFile(
                        new Address(asset.getKey()),
                        new InputDigests(Digest.of(new byte[0]), Digest.of(asset.getValue()), Digest.of(new byte[0]))))
                .toList();
    }

    /** The bytes of an asset, by its address. */
    byte[] assetBytes(Address address) {
        return assetBytes.get(address.file());
    }

    /** Where each asset stands below the base path, by its name in the theme. */
    Map<String, String> hashedAssetPaths() {
        return Map.copyOf(hashedAssetPaths);
    }

    /** The HTML that the template of a kind of page makes of its values, in UTF-8; {@code page} names the page in messages. */
    byte[] render(String kind, Map<String, Object> values, String page) {
        return TemplateEngine.render(displayPath, templates.get(kind), values, page);
    }

    /** The words for a language: its own, those of its tag, else English. */
    public ThemeMessages messages(Language language) {
        for (String key : List.of(language.key(), language.tag(), language.tag().split("-")[0], "en")) {
            if (messageTexts.containsKey(key)) {
                return new ThemeMessages(messageTexts.get(key));
            }
        }
        return new ThemeMessages(messageTexts.values().iterator().next());
    }

    private void nameAssets(SortedMap<String, byte[]> files) {
        // Style sheets last: they name other assets, and take part in the naming themselves.
        List<String> names = new ArrayList<>(files.keySet().stream()
                .filter(path -> path.startsWith("assets/"))
                .map(path -> path.substring("assets/".length()))
                .toList());
        names.sort((a, b) -> Boolean.compare(a.endsWith(".css"), b.endsWith(".css")));
        for (String name : names) {
            byte[] bytes = files.get("assets/" + name);
            if (name.endsWith(".css")) {
                bytes = withHashedUrls(bytes);
            }
            int dot = name.lastIndexOf('.');
            String hash = Digest.of(bytes).hex().substring(0, 10);
            String hashed = dot < 0 ? name + "." + hash : name.substring(0, dot) + "." + hash + name.substring(dot);
            hashedAssetPaths.put(name, "assets/" + hashed);
            assetBytes.put("assets/" + hashed, bytes);
        }
    }

    private byte[] withHashedUrls(byte[] css) {
        String text = new String(css, StandardCharsets.UTF_8);
        for (Map.Entry<String, String> asset : hashedAssetPaths.entrySet()) {
            String hashed = asset.getValue().substring("assets/".length());
            text = text.replace("url(\"" + asset.getKey() + "\")", "url(\"" + hashed + "\")");
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Map<String, String>> parseMessages(ThemeFolder folder, Problems problems) {
        Map<String, Map<String, String>> all = new TreeMap<>();
        folder.files().forEach((path, bytes) -> {
            if (path.startsWith("words/") && path.endsWith(".yaml")) {
                String language = path.substring("words/".length(), path.length() - ".yaml".length());
                all.put(language, parseMessages(folder.displayPath() + "/" + path, bytes, problems));
            }
        });
        if (all.isEmpty()) {
            throw incompleteTheme(
                    folder.displayPath() + "/words",
                    Message.of("主题没有任何界面文字", "the theme has no words"),
                    Message.of("至少添加 words/en.yaml", "add words/en.yaml at least"));
        }
        for (Map.Entry<String, Map<String, String>> file : all.entrySet()) {
            for (MessageKey messageKey : MessageKey.values()) {
                if (!file.getValue().containsKey(messageKey.key())) {
                    throw incompleteTheme(
                            folder.displayPath() + "/words/" + file.getKey() + ".yaml",
                            Message.of(
                                    "缺少每个主题必备的界面文字“{0}”",
                                    "the words lack \"{0}\", which every theme has", messageKey.key()),
                            Message.of(
                                    "补上这个键；含义见 themes/official/README.md",
                                    "add it; what it is for stands in themes/official/README.md"));
                }
            }
        }
        all.forEach((language, words) -> DisplayDateFormat.patternError(new ThemeMessages(words))
                .ifPresent(what -> {
                    throw incompleteTheme(
                            folder.displayPath() + "/words/" + language + ".yaml",
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
                    throw incompleteTheme(
                            folder.displayPath() + "/words/" + language + ".yaml",
                            Message.of("缺少界面文字“{0}”", "the words lack \"{0}\"", key),
                            Message.of("各语言的文件须有相同的键，请补上", "add it: every language has the same keys"));
                }));
        return all;
    }

    private static Map<String, String> parseMessages(String shown, byte[] bytes, Problems problems) {
        Map<String, String> words = new TreeMap<>();
        Mapping mapping = YamlParser.parse(new YamlText(shown, new String(bytes, StandardCharsets.UTF_8), 1), problems)
                .orElseThrow(() -> incompleteTheme(
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

    private static RunFailed incompleteTheme(String file, Message what, Message mend) {
        return new RunFailed(Problem.of(ProblemCode.TEMPLATE_ERROR, file, what, mend));
    }
}
