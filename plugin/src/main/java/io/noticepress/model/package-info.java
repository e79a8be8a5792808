/** The words of the trade, as records; imports the JDK only. */
package io.noticepress.model;
