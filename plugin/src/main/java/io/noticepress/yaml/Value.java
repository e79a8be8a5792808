package io.noticepress.yaml;

import io.noticepress.problem.Location;

/** A value of a YAML text, which knows where it stands. */
public sealed interface Value permits Scalar, Sequence, Mapping {
    /** Where it starts. */
    Location at();

    /** How many code points it covers on its first line, at least 1. */
    int width();
}
