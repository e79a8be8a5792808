package io.noticepress.render.template;

import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import io.noticepress.problem.Message;
import java.util.List;
import java.util.Map;

/**
 * The theme's words in one language, as a function of templates: {@code say("list.count", 3)} prints 共3件 if the words
 * hold {@code list.count: 共{0}件}. An unknown key is an error of the template.
 */
public final class ThemeMessages implements TemplateMethodModelEx {
    private final Map<String, String> texts;

    public ThemeMessages(Map<String, String> words) {
        this.texts = Map.copyOf(words);
    }

    /** Words that the generator asks for, as they stand in the theme's file. */
    public String text(MessageKey messageKey) {
        return texts.get(messageKey.key());
    }

    /** The same with {@code {0}} filled in. */
    public String text(MessageKey messageKey, String value) {
        return text(messageKey).replace("{0}", value);
    }

    @Override
    public Object exec(@SuppressWarnings("rawtypes") List arguments) throws TemplateModelException {
        if (arguments.isEmpty()) {
            throw new TemplateModelException("say(key, values…) needs a key");
        }
        String key = arguments.get(0).toString();
        String pattern = texts.get(key);
        if (pattern == null) {
            throw new TemplateModelException("the theme has no words for \"" + key + "\"");
        }
        Object[] values = new Object[arguments.size() - 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = arguments.get(i + 1).toString();
        }
        return Message.of(pattern, pattern, values).en();
    }
}
