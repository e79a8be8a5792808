package io.noticepress.render.template;

import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import io.noticepress.problem.Message;
import java.util.List;
import java.util.Map;

/**
 * The theme's messages in one language, and the function {@code say} of templates: {@code say("list.count", 3)} prints 共3件
 * if the message file has {@code list.count: 共{0}件}. An unknown key is an error in the template.
 */
public final class ThemeMessages implements TemplateMethodModelEx {
    private final Map<String, String> texts;

    public ThemeMessages(Map<String, String> texts) {
        this.texts = Map.copyOf(texts);
    }

    /** A message as written in the theme's file, with its placeholders. */
    public String text(MessageKey messageKey) {
        return texts.get(messageKey.key());
    }

    /** A message with {@code {0}} replaced by a value. */
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
            throw new TemplateModelException("the theme has no text for \"" + key + "\"");
        }
        Object[] values = new Object[arguments.size() - 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = arguments.get(i + 1).toString();
        }
        return Message.of(pattern, pattern, values).en();
    }
}
