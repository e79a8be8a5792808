package io.noticepress.render.views.assemble;

import io.noticepress.catalog.IncomingRelation;
import io.noticepress.model.Relation;
import io.noticepress.model.RelationType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Groups relations by type: every type is a key, in the order of {@link RelationType}; its list may be empty. */
public final class RelationsByType {
    private RelationsByType() {}

    public static Map<RelationType, List<Relation>> outgoing(List<Relation> relations) {
        return group(relations, Relation::type);
    }

    public static Map<RelationType, List<IncomingRelation>> incoming(List<IncomingRelation> relations) {
        return group(relations, IncomingRelation::type);
    }

    private static <R> Map<RelationType, List<R>> group(List<R> relations, Function<R, RelationType> typeOf) {
        Map<RelationType, List<R>> groups = new EnumMap<>(RelationType.class);
        for (RelationType type : RelationType.values()) {
            groups.put(type, new ArrayList<>());
        }
        relations.forEach(relation -> groups.get(typeOf.apply(relation)).add(relation));
        return groups;
    }
}
