package io.noticepress.theme;

import freemarker.core.HTMLOutputFormat;
import freemarker.ext.beans.ClassMemberAccessPolicy;
import freemarker.ext.beans.MemberAccessPolicy;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;

/**
 * How templates see values: text, numbers, lists, maps, and the components of Noticepress's records. Nothing else has any
 * member. An {@link Optional} is its value or nothing; {@link Markup} is HTML that is not escaped again.
 */
final class RecordWrapper extends DefaultObjectWrapper {
    RecordWrapper() {
        super(Configuration.VERSION_2_3_34);
        setMemberAccessPolicy(new RecordComponentsOnly());
        setExposeFields(false);
    }

    @Override
    public TemplateModel wrap(Object value) throws TemplateModelException {
        if (value instanceof Optional<?> optional) {
            return optional.isPresent() ? wrap(optional.get()) : null;
        }
        if (value instanceof Markup markup) {
            return HTMLOutputFormat.INSTANCE.fromMarkup(markup.html());
        }
        return super.wrap(value);
    }

    private static final class RecordComponentsOnly implements MemberAccessPolicy {
        @Override
        public boolean isToStringAlwaysExposed() {
            return false;
        }

        @Override
        public ClassMemberAccessPolicy forClass(Class<?> type) {
            boolean ours = type.isRecord() && type.getName().startsWith("io.noticepress.");
            return new ClassMemberAccessPolicy() {
                @Override
                public boolean isMethodExposed(Method method) {
                    return ours
                            && Arrays.stream(type.getRecordComponents())
                                    .anyMatch(
                                            component -> component.getAccessor().equals(method));
                }

                @Override
                public boolean isConstructorExposed(Constructor<?> constructor) {
                    return false;
                }

                @Override
                public boolean isFieldExposed(Field field) {
                    return false;
                }
            };
        }
    }
}
