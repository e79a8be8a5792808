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
import org.jspecify.annotations.Nullable;

/**
 * Defines what templates can access: text, numbers, lists, maps, and the components of Noticepress's own records. Other
 * objects are rejected, and no method of a value can be called. An {@link Optional} becomes its value or a missing value;
 * {@link SafeHtml} becomes HTML that is not escaped again.
 */
final class RecordWrapper extends SimpleObjectWrapper {
    private static final ClassValue<Map<String, Method>> COMPONENTS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            Map<String, Method> accessors = new HashMap<>();
            for (RecordComponent component : type.getRecordComponents()) {
                component.getAccessor().setAccessible(true); // a record may be nested in a class that is not public
                accessors.put(component.getName(), component.getAccessor());
            }
            return accessors;
        }
    };

    RecordWrapper() {
        super(Configuration.VERSION_2_3_34);
    }

    @Override
    public @Nullable TemplateModel wrap(@Nullable Object value) throws TemplateModelException {
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

    private record RecordModel(Object value, Map<String, Method> components, ObjectWrapper wrapper)
            implements TemplateHashModel {
        @Override
        public @Nullable TemplateModel get(String name) throws TemplateModelException {
            Method accessor = components.get(name);
            if (accessor == null) {
                return null;
            }
            try {
                return wrapper.wrap(accessor.invoke(value));
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
