package io.noticepress.render.template;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.ObjectWrapper;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How templates see values: text, numbers, lists, maps, and the components of Noticepress's records. Nothing else is a value,
 * and nothing has any other member. An {@link Optional} is its value or nothing; {@link SafeHtml} is HTML that is not escaped
 * again.
 */
final class RecordWrapper extends SimpleObjectWrapper {
    private static final ClassValue<Map<String, Method>> COMPONENTS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            Map<String, Method> accessors = new HashMap<>();
            for (RecordComponent component : type.getRecordComponents()) {
                component.getAccessor().setAccessible(true); // most of the records are known to this room only
                accessors.put(component.getName(), component.getAccessor());
            }
            return accessors;
        }
    };

    RecordWrapper() {
        super(Configuration.VERSION_2_3_34);
    }

    @Override
    public TemplateModel wrap(Object value) throws TemplateModelException {
        if (value instanceof String text) {
            return new SimpleScalar(text);
        }
        if (value instanceof Optional<?> optional) {
            return optional.isPresent() ? wrap(optional.get()) : null;
        }
        if (value instanceof SafeHtml safeHtml) {
            return HTMLOutputFormat.INSTANCE.fromMarkup(safeHtml.html());
        }
        if (value instanceof Record && value.getClass().getName().startsWith("io.noticepress.")) {
            return new RecordModel(value, COMPONENTS.get(value.getClass()), this);
        }
        return super.wrap(value);
    }

    private record RecordModel(Object subject, Map<String, Method> components, ObjectWrapper wrapper)
            implements TemplateHashModel {
        @Override
        public TemplateModel get(String name) throws TemplateModelException {
            Method accessor = components.get(name);
            if (accessor == null) {
                return null;
            }
            try {
                return wrapper.wrap(accessor.invoke(subject));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new TemplateModelException("the component " + name + " cannot be read", e);
            }
        }

        @Override
        public boolean isEmpty() {
            return components.isEmpty();
        }
    }
}
