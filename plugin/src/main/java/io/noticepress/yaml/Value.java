package io.noticepress.yaml;

import io.noticepress.problem.Location;

/** A YAML value and its position in the source. */
public sealed interface Value permits Scalar, Sequence, Mapping {
    /** Where the value starts. */
    Location at();

    /** Length in code points of the part on the value's first line, at least 1. */
    int width();
}
