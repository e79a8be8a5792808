package io.noticepress.render;

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
 * A complete, checked theme: parsed templates, messages and assets. Immutable; used by several threads at once.
 *
 * <p>A theme is trusted, unlike content. Nevertheless its templates can access only the values they are given.
 */
public final class Theme {
    private static final List<String> TEMPLATE_NAMES = List.of(
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

    private final Digest digest;
    private final TemplateEngine templateEngine;
    private final Map<String, Map<String, String>> messageTexts;
    private final Map<String, byte[]> assetBytes = new LinkedHashMap<>();
    private final Map<String, String> hashedAssetPaths = new LinkedHashMap<>();

    private Theme(ThemeFolder folder, TemplateEngine templateEngine, Map<String, Map<String, String>> messageTexts) {
        List<Digest> parts = new ArrayList<>();
        folder.files().forEach((path, bytes) -> {
            parts.add(Digest.of(path));
            parts.add(Digest.of(bytes));
        });
        this.digest = Digest.of(parts);
        this.templateEngine = templateEngine;
        this.messageTexts = messageTexts;
        hashAssets(folder.files());
    }

    /**
     * Reads a theme and checks that it is complete: exactly one template for each kind of page, and the same messages in
     * every language, including those of {@link MessageKey}.
     *
     * @param displayThemes the themes folder as problems show it
     * @throws RunFailed if the theme is missing, incomplete or has errors
     */
    public static Theme read(Path themes, String displayThemes, String name, Problems problems) {
        ThemeFolder folder = ThemeFolder.read(themes, displayThemes, name);
        checkTemplateNames(folder);
        TemplateEngine templateEngine = new TemplateEngine(folder, TEMPLATE_NAMES);
        return new Theme(folder, templateEngine, parseMessages(folder, problems));
    }

    private static void checkTemplateNames(ThemeFolder folder) {
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
                        Message.of("补上这个模板", "add this template"));
            }
        }
        for (String unknown : found) {
            throw incompleteTheme(
                    folder.displayPath() + "/pages/" + unknown,
                    Message.of("没有哪种页面使用模板“{0}”", "no kind of page uses the template \"{0}\"", unknown),
                    Message.of("可用的模板名：{0}", "write one of {0}", String.join(", ", new TreeSet<>(TEMPLATE_NAMES))));
        }
    }

    /** The digest of the paths and contents of all files of the theme. */
    public Digest digest() {
        return digest;
    }

    /** The assets as files of the site. */
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

    /** The path of each asset below the base path, by its name in the theme: {@code site.css} → {@code assets/site.0123456789.css}. */
    Map<String, String> hashedAssetPaths() {
        return Map.copyOf(hashedAssetPaths);
    }

    /**
     * Renders a page as HTML in UTF-8.
     *
     * @param kind of page, which is the name of the template
     * @param page the file of the page, for messages
     * @throws RunFailed if the template fails
     */
    byte[] render(String kind, Map<String, Object> values, String page) {
        return templateEngine.render(kind, values, page);
    }

    /** The messages for a language: those of its key, of its tag, of the tag's primary language, else English. */
    public ThemeMessages messages(Language language) {
        for (String key : List.of(language.key(), language.tag(), language.tag().split("-")[0], "en")) {
            if (messageTexts.containsKey(key)) {
                return new ThemeMessages(messageTexts.get(key));
            }
        }
        return new ThemeMessages(messageTexts.values().iterator().next());
    }

    private void hashAssets(SortedMap<String, byte[]> files) {
        // Style sheets last: they refer to other assets by their hashed names.
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
        Map<String, Map<String, String>> byLanguage = new TreeMap<>();
        folder.files().forEach((path, bytes) -> {
            if (path.startsWith("words/") && path.endsWith(".yaml")) {
                String language = path.substring("words/".length(), path.length() - ".yaml".length());
                byLanguage.put(language, parseMessages(folder.displayPath() + "/" + path, bytes, problems));
            }
        });
        if (byLanguage.isEmpty()) {
            throw incompleteTheme(
                    folder.displayPath() + "/words",
                    Message.of("主题没有任何界面文字", "the theme has no message files"),
                    Message.of("至少添加 words/en.yaml", "add at least words/en.yaml"));
        }
        checkRequiredKeys(folder, byLanguage);
        checkDateFormats(folder, byLanguage);
        checkSameKeys(folder, byLanguage);
        return byLanguage;
    }

    private static void checkRequiredKeys(ThemeFolder folder, Map<String, Map<String, String>> byLanguage) {
        for (Map.Entry<String, Map<String, String>> file : byLanguage.entrySet()) {
            for (MessageKey messageKey : MessageKey.values()) {
                if (!file.getValue().containsKey(messageKey.key())) {
                    throw incompleteTheme(
                            folder.displayPath() + "/words/" + file.getKey() + ".yaml",
                            Message.of(
                                    "缺少每个主题必备的界面文字“{0}”",
                                    "the message \"{0}\", which every theme needs, is missing", messageKey.key()),
                            Message.of(
                                    "补上这个键；含义见 themes/official/README.md",
                                    "add the key; themes/official/README.md explains what it is for"));
                }
            }
        }
    }

    private static void checkDateFormats(ThemeFolder folder, Map<String, Map<String, String>> byLanguage) {
        byLanguage.forEach((language, texts) -> DisplayDateFormat.patternError(new ThemeMessages(texts))
                .ifPresent(error -> {
                    throw incompleteTheme(
                            folder.displayPath() + "/words/" + language + ".yaml",
                            error,
                            Message.of(
                                    "日期如 yyyy年M月d日 或 d MMMM yyyy，月份名称用空格隔开",
                                    "write a pattern such as d MMMM yyyy or yyyy-M-d, and the months separated by spaces"));
                }));
    }

    private static void checkSameKeys(ThemeFolder folder, Map<String, Map<String, String>> byLanguage) {
        Set<String> keys = new TreeSet<>();
        byLanguage.values().forEach(texts -> keys.addAll(texts.keySet()));
        byLanguage.forEach((language, texts) -> keys.stream()
                .filter(key -> !texts.containsKey(key))
                .findFirst()
                .ifPresent(key -> {
                    throw incompleteTheme(
                            folder.displayPath() + "/words/" + language + ".yaml",
                            Message.of("缺少界面文字“{0}”", "the message \"{0}\" is missing", key),
                            Message.of("各语言的文件须有相同的键，请补上", "add it: the files of all languages need the same keys"));
                }));
    }

    private static Map<String, String> parseMessages(String displayPath, byte[] bytes, Problems problems) {
        Map<String, String> texts = new TreeMap<>();
        Mapping mapping = YamlParser.parse(
                        new YamlText(displayPath, new String(bytes, StandardCharsets.UTF_8), 1), problems)
                .orElseThrow(() -> incompleteTheme(
                        displayPath,
                        Message.of("界面文字的文件无法解析", "the message file cannot be parsed"),
                        Message.of("按“键: 文字”逐行书写", "write key: text, one on each line")));
        for (Mapping.Field field : mapping.fields()) {
            Value value = field.value();
            if (!(value instanceof Scalar)) {
                throw new RunFailed(Problem.of(
                        ProblemCode.CONFIG_INVALID,
                        value.at(),
                        value.width(),
                        Message.of("“{0}”应为一段文字", "\"{0}\" must be text", field.name()),
                        Message.of("写成“键: 文字”", "write key: text")));
            }
            texts.put(field.name(), ((Scalar) value).text());
        }
        return texts;
    }

    private static RunFailed incompleteTheme(String file, Message message, Message mend) {
        return new RunFailed(Problem.of(ProblemCode.TEMPLATE_ERROR, file, message, mend));
    }
}
