/** Pages and REST resources of questions and answers. */
package de.schulpakt.funding.inquiry.web;
