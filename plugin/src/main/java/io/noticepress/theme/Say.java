package io.noticepress.theme;

import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import io.noticepress.problem.Phrase;
import java.util.List;
import java.util.Map;

/**
 * The theme's words in one language, as a function of templates: {@code say("list.count", 3)} prints 共3件 if the words
 * hold {@code list.count: 共{0}件}. An unknown key is an error of the template.
 */
public final class Say implements TemplateMethodModelEx {
    private final Map<String, String> words;

    Say(Map<String, String> words) {
        this.words = Map.copyOf(words);
    }

    /** The words of a key, or empty if there are none. */
    String word(String key) {
        return words.getOrDefault(key, "");
    }

    @Override
    public Object exec(@SuppressWarnings("rawtypes") List arguments) throws TemplateModelException {
        if (arguments.isEmpty()) {
            throw new TemplateModelException("say(key, values…) needs a key");
        }
        String key = arguments.get(0).toString();
        String pattern = words.get(key);
        if (pattern == null) {
            throw new TemplateModelException("the theme has no words for \"" + key + "\"");
        }
        Object[] values = new Object[arguments.size() - 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = arguments.get(i + 1).toString();
        }
        return Phrase.of(pattern, pattern, values).en();
    }
}
