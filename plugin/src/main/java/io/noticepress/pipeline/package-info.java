/** The stages of a run in order, on N threads. */
package io.noticepress.pipeline;
