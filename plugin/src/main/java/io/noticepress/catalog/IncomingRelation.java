package io.noticepress.catalog;

import io.noticepress.model.Notice;
import io.noticepress.model.RelationType;

/** What another notice does to this one: {@code REPEALS} from the notice that repeals it. */
public record IncomingRelation(RelationType type, Notice from) {}
