/** The terms of official documents, as records; imports the JDK only. */
package io.noticepress.model;
