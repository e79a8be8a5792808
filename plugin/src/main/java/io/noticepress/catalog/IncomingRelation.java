package io.noticepress.catalog;

import io.noticepress.model.Notice;
import io.noticepress.model.RelationType;

/** A relation seen from its target: {@code REPEALS} and the notice that repeals it. */
public record IncomingRelation(RelationType type, Notice from) {}
