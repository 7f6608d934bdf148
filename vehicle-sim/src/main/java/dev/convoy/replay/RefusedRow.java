package dev.convoy.replay;

/**
 * A row that cannot be sent.
 *
 * @param file the index of its file
 * @param line where it begins in the file
 * @param detail what is wrong with it
 */
public record RefusedRow(int file, long line, String detail) {}
