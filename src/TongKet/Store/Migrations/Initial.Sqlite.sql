CREATE TABLE "account" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_account" PRIMARY KEY AUTOINCREMENT,
    "display_name" TEXT NOT NULL,
    "name_folded" TEXT NOT NULL,
    "is_demo" INTEGER NOT NULL,
    "locked_at" INTEGER NULL,
    "member_id" INTEGER NULL,
    "user_name" TEXT NULL,
    "normalized_user_name" TEXT NULL,
    "email" TEXT NULL,
    "normalized_email" TEXT NULL,
    "email_confirmed" INTEGER NOT NULL,
    "password_hash" TEXT NULL,
    "security_stamp" TEXT NULL,
    "concurrency_stamp" TEXT NULL,
    "phone_number" TEXT NULL,
    "phone_number_confirmed" INTEGER NOT NULL,
    "two_factor_enabled" INTEGER NOT NULL,
    "lockout_end" INTEGER NULL,
    "lockout_enabled" INTEGER NOT NULL,
    "access_failed_count" INTEGER NOT NULL
);


CREATE TABLE "change_line" (
    "seq" INTEGER NOT NULL CONSTRAINT "PK_change_line" PRIMARY KEY,
    "at" INTEGER NOT NULL,
    "account_id" INTEGER NULL,
    "by" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "record_id" INTEGER NOT NULL,
    "batch_size" INTEGER NULL,
    "organization_id" INTEGER NULL,
    "year" INTEGER NULL,
    "digest" BLOB NOT NULL,
    "hash" BLOB NOT NULL
);


CREATE TABLE "change_value" (
    "seq" INTEGER NOT NULL CONSTRAINT "PK_change_value" PRIMARY KEY,
    "key" BLOB NULL,
    "after" TEXT NULL,
    "erased_at" INTEGER NULL
);


CREATE TABLE "kept_rule_set" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_kept_rule_set" PRIMARY KEY,
    "rule_set_id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "content" TEXT NOT NULL
);


CREATE TABLE "log_erasure" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_log_erasure" PRIMARY KEY,
    "entity" TEXT NOT NULL,
    "record_id" INTEGER NOT NULL,
    "before_seq" INTEGER NOT NULL,
    "basis" TEXT NOT NULL
);


CREATE TABLE "member" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_member" PRIMARY KEY,
    "full_name" TEXT NOT NULL,
    "name_folded" TEXT NOT NULL,
    "name_sort_key" TEXT NOT NULL,
    "born_on" INTEGER NULL,
    "born_precision" INTEGER NOT NULL,
    "sex" INTEGER NOT NULL,
    "ethnicity" TEXT NULL,
    "is_ethnic_minority" INTEGER NOT NULL,
    "religion" TEXT NULL,
    "has_religion" INTEGER NOT NULL,
    "home_place" TEXT NULL,
    "citizen_id" TEXT NULL,
    "old_identity_number" TEXT NULL,
    "card_number" TEXT NULL,
    "record_number" TEXT NULL,
    "register_order" INTEGER NOT NULL,
    "admission_decided_on" INTEGER NULL,
    "admission_decided_precision" INTEGER NOT NULL,
    "admitted_on" INTEGER NULL,
    "admitted_precision" INTEGER NOT NULL,
    "official_on" INTEGER NULL,
    "recognized_on" INTEGER NULL,
    "occupation" TEXT NULL,
    "works_outside_system" INTEGER NULL,
    "qualification" TEXT NULL,
    "political_theory" TEXT NULL,
    "note" TEXT NULL
);


CREATE TABLE "nightly_check" (
    "night" INTEGER NOT NULL CONSTRAINT "PK_nightly_check" PRIMARY KEY,
    "began_at" INTEGER NOT NULL,
    "ended_at" INTEGER NULL,
    "figures" INTEGER NOT NULL,
    "from_columns" INTEGER NOT NULL,
    "records" INTEGER NOT NULL,
    "differences" INTEGER NOT NULL,
    "named" TEXT NULL,
    "has_failed" INTEGER NOT NULL
);


CREATE TABLE "organization" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_organization" PRIMARY KEY,
    "founded_on" INTEGER NULL,
    "founding_decision" TEXT NULL,
    "note" TEXT NULL
);


CREATE TABLE "protection_key" (
    "name" TEXT NOT NULL CONSTRAINT "PK_protection_key" PRIMARY KEY,
    "xml" TEXT NOT NULL
);


CREATE TABLE "reading_line" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_reading_line" PRIMARY KEY,
    "at" INTEGER NOT NULL,
    "account_id" INTEGER NULL,
    "by" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "record_id" INTEGER NOT NULL,
    "organization_id" INTEGER NULL,
    "reason" TEXT NOT NULL
);


CREATE TABLE "record_counter" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_record_counter" PRIMARY KEY,
    "next" INTEGER NOT NULL
);


CREATE TABLE "rule_set_version" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_rule_set_version" PRIMARY KEY,
    "rule_set_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "parameter" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "article" TEXT NULL,
    "is_confirmed" INTEGER NOT NULL,
    "note" TEXT NULL,
    "reason" TEXT NOT NULL,
    "published_at" INTEGER NOT NULL,
    "published_by" TEXT NOT NULL,
    "before_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "content" TEXT NOT NULL
);


CREATE TABLE "upload" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_upload" PRIMARY KEY,
    "account_id" INTEGER NULL,
    "file_name" TEXT NOT NULL,
    "content" BLOB NOT NULL,
    "year" INTEGER NULL,
    "at" INTEGER NOT NULL,
    "is_declared_free" INTEGER NOT NULL
);


CREATE TABLE "account_user_claim" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_account_user_claim" PRIMARY KEY AUTOINCREMENT,
    "user_id" INTEGER NOT NULL,
    "claim_type" TEXT NULL,
    "claim_value" TEXT NULL,
    CONSTRAINT "fk_account_user_claim_user_id" FOREIGN KEY ("user_id") REFERENCES "account" ("id") ON DELETE CASCADE
);


CREATE TABLE "account_user_login" (
    "login_provider" TEXT NOT NULL,
    "provider_key" TEXT NOT NULL,
    "provider_display_name" TEXT NULL,
    "user_id" INTEGER NOT NULL,
    CONSTRAINT "PK_account_user_login" PRIMARY KEY ("login_provider", "provider_key"),
    CONSTRAINT "fk_account_user_login_user_id" FOREIGN KEY ("user_id") REFERENCES "account" ("id") ON DELETE CASCADE
);


CREATE TABLE "account_user_token" (
    "user_id" INTEGER NOT NULL,
    "login_provider" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" TEXT NULL,
    CONSTRAINT "PK_account_user_token" PRIMARY KEY ("user_id", "login_provider", "name"),
    CONSTRAINT "fk_account_user_token_user_id" FOREIGN KEY ("user_id") REFERENCES "account" ("id") ON DELETE CASCADE
);


CREATE TABLE "invitation" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_invitation" PRIMARY KEY,
    "account_id" INTEGER NOT NULL,
    "token_hash" BLOB NOT NULL,
    "made_at" INTEGER NOT NULL,
    "expires_at" INTEGER NOT NULL,
    "used_at" INTEGER NULL,
    CONSTRAINT "fk_invitation_account_id" FOREIGN KEY ("account_id") REFERENCES "account" ("id") ON DELETE RESTRICT
);


CREATE TABLE "role_grant" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_role_grant" PRIMARY KEY,
    "account_id" INTEGER NOT NULL,
    "role" INTEGER NOT NULL,
    "organization_id" INTEGER NULL,
    "from_on" INTEGER NOT NULL,
    "to_on" INTEGER NULL,
    CONSTRAINT "fk_role_grant_account_id" FOREIGN KEY ("account_id") REFERENCES "account" ("id") ON DELETE RESTRICT
);


CREATE TABLE "member_condition_span" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_member_condition_span" PRIMARY KEY,
    "member_id" INTEGER NOT NULL,
    "condition" INTEGER NOT NULL,
    "from_on" INTEGER NOT NULL,
    "to_on" INTEGER NULL,
    "decision" TEXT NULL,
    CONSTRAINT "fk_member_condition_span_member_id" FOREIGN KEY ("member_id") REFERENCES "member" ("id") ON DELETE RESTRICT
);


CREATE TABLE "aggregate_count" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_aggregate_count" PRIMARY KEY,
    "organization_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "as_of" INTEGER NOT NULL,
    "figure_code" TEXT NOT NULL,
    "value" INTEGER NOT NULL,
    "note" TEXT NULL,
    CONSTRAINT "fk_aggregate_count_organization_id" FOREIGN KEY ("organization_id") REFERENCES "organization" ("id") ON DELETE RESTRICT
);


CREATE TABLE "commendation" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_commendation" PRIMARY KEY,
    "organization_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "subject" INTEGER NOT NULL,
    "member_id" INTEGER NULL,
    "subject_name" TEXT NULL,
    "form" INTEGER NOT NULL,
    "level" INTEGER NOT NULL,
    "decision_number" TEXT NOT NULL,
    "decided_on" INTEGER NOT NULL,
    "note" TEXT NULL,
    CONSTRAINT "fk_commendation_member_id" FOREIGN KEY ("member_id") REFERENCES "member" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_commendation_organization_id" FOREIGN KEY ("organization_id") REFERENCES "organization" ("id") ON DELETE RESTRICT
);


CREATE TABLE "delivery" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_delivery" PRIMARY KEY,
    "organization_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "applied_sha256" TEXT NULL,
    "state" INTEGER NOT NULL,
    "errors" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    "by" TEXT NOT NULL,
    CONSTRAINT "fk_delivery_organization_id" FOREIGN KEY ("organization_id") REFERENCES "organization" ("id") ON DELETE RESTRICT
);


CREATE TABLE "grade_complaint" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_grade_complaint" PRIMARY KEY,
    "year" INTEGER NOT NULL,
    "member_id" INTEGER NULL,
    "organization_id" INTEGER NOT NULL,
    "filed_on" INTEGER NOT NULL,
    "filed_at" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "from_paper" INTEGER NOT NULL,
    "filed_by" TEXT NOT NULL,
    "filed_by_account_id" INTEGER NULL,
    "answered_on" INTEGER NULL,
    "answer" TEXT NULL,
    "answered_by" TEXT NULL,
    "answered_by_account_id" INTEGER NULL,
    "is_upheld" INTEGER NULL,
    CONSTRAINT "fk_grade_complaint_member_id" FOREIGN KEY ("member_id") REFERENCES "member" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_grade_complaint_organization_id" FOREIGN KEY ("organization_id") REFERENCES "organization" ("id") ON DELETE RESTRICT
);


CREATE TABLE "grade_restatement" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_grade_restatement" PRIMARY KEY,
    "year" INTEGER NOT NULL,
    "member_id" INTEGER NULL,
    "organization_id" INTEGER NOT NULL,
    "old_grade" INTEGER NOT NULL,
    "old_reason" INTEGER NOT NULL,
    "new_grade" INTEGER NOT NULL,
    "new_reason" INTEGER NOT NULL,
    "why" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "decided_on" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "entered_on" INTEGER NOT NULL,
    "entered_at" INTEGER NOT NULL,
    CONSTRAINT "fk_grade_restatement_member_id" FOREIGN KEY ("member_id") REFERENCES "member" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_grade_restatement_organization_id" FOREIGN KEY ("organization_id") REFERENCES "organization" ("id") ON DELETE RESTRICT
);


CREATE TABLE "issued_report" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_issued_report" PRIMARY KEY,
    "organization_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "as_of" INTEGER NOT NULL,
    "tree_on" INTEGER NULL,
    "has_grades" INTEGER NOT NULL,
    "ending" TEXT NOT NULL,
    "issued_at" INTEGER NOT NULL,
    "issued_by" TEXT NOT NULL,
    CONSTRAINT "fk_issued_report_organization_id" FOREIGN KEY ("organization_id") REFERENCES "organization" ("id") ON DELETE RESTRICT
);


CREATE TABLE "local_criteria" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_local_criteria" PRIMARY KEY,
    "organization_id" INTEGER NOT NULL,
    "for" INTEGER NOT NULL,
    "from_year" INTEGER NOT NULL,
    "document_number" TEXT NOT NULL,
    "document_on" INTEGER NOT NULL,
    CONSTRAINT "fk_local_criteria_organization_id" FOREIGN KEY ("organization_id") REFERENCES "organization" ("id") ON DELETE RESTRICT
);


CREATE TABLE "meeting" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_meeting" PRIMARY KEY,
    "cell_id" INTEGER NOT NULL,
    "held_on" INTEGER NOT NULL,
    "kind" INTEGER NOT NULL,
    "due" INTEGER NULL,
    "present" INTEGER NOT NULL,
    "subject" TEXT NULL,
    CONSTRAINT "fk_meeting_cell_id" FOREIGN KEY ("cell_id") REFERENCES "organization" ("id") ON DELETE RESTRICT
);


CREATE TABLE "member_grade" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_member_grade" PRIMARY KEY,
    "member_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "cell_id" INTEGER NOT NULL,
    "grade" INTEGER NOT NULL,
    "reason" INTEGER NOT NULL,
    "rule_set" TEXT NOT NULL,
    "from_file" INTEGER NOT NULL,
    "decision_id" INTEGER NULL,
    CONSTRAINT "fk_member_grade_cell_id" FOREIGN KEY ("cell_id") REFERENCES "organization" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_member_grade_member_id" FOREIGN KEY ("member_id") REFERENCES "member" ("id") ON DELETE RESTRICT
);


CREATE TABLE "member_post" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_member_post" PRIMARY KEY,
    "member_id" INTEGER NOT NULL,
    "organization_id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "from_on" INTEGER NOT NULL,
    "to_on" INTEGER NULL,
    "managed_by_id" INTEGER NULL,
    "decision" TEXT NULL,
    CONSTRAINT "fk_member_post_managed_by_id" FOREIGN KEY ("managed_by_id") REFERENCES "organization" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_member_post_member_id" FOREIGN KEY ("member_id") REFERENCES "member" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_member_post_organization_id" FOREIGN KEY ("organization_id") REFERENCES "organization" ("id") ON DELETE RESTRICT
);


CREATE TABLE "organization_grade" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_organization_grade" PRIMARY KEY,
    "organization_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "grade" INTEGER NOT NULL,
    "reason" INTEGER NOT NULL,
    "rule_set" TEXT NOT NULL,
    "from_file" INTEGER NOT NULL,
    "decision_id" INTEGER NULL,
    CONSTRAINT "fk_organization_grade_organization_id" FOREIGN KEY ("organization_id") REFERENCES "organization" ("id") ON DELETE RESTRICT
);


CREATE TABLE "organization_place" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_organization_place" PRIMARY KEY,
    "organization_id" INTEGER NOT NULL,
    "parent_id" INTEGER NULL,
    "from_on" INTEGER NOT NULL,
    "to_on" INTEGER NULL,
    CONSTRAINT "fk_organization_place_organization_id" FOREIGN KEY ("organization_id") REFERENCES "organization" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_organization_place_parent_id" FOREIGN KEY ("parent_id") REFERENCES "organization" ("id") ON DELETE RESTRICT
);


CREATE TABLE "organization_succession" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_organization_succession" PRIMARY KEY,
    "old_id" INTEGER NOT NULL,
    "new_id" INTEGER NOT NULL,
    "on" INTEGER NOT NULL,
    "decision" TEXT NULL,
    CONSTRAINT "fk_organization_succession_new_id" FOREIGN KEY ("new_id") REFERENCES "organization" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_organization_succession_old_id" FOREIGN KEY ("old_id") REFERENCES "organization" ("id") ON DELETE RESTRICT
);


CREATE TABLE "organization_version" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_organization_version" PRIMARY KEY,
    "organization_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_folded" TEXT NOT NULL,
    "kind" INTEGER NOT NULL,
    "duty_group" TEXT NULL,
    "sort_order" INTEGER NOT NULL,
    "counts_only" INTEGER NOT NULL,
    "from_on" INTEGER NOT NULL,
    "to_on" INTEGER NULL,
    "from_is_known" INTEGER NOT NULL,
    CONSTRAINT "fk_organization_version_organization_id" FOREIGN KEY ("organization_id") REFERENCES "organization" ("id") ON DELETE RESTRICT
);


CREATE TABLE "peer_grade" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_peer_grade" PRIMARY KEY,
    "organization_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "body" INTEGER NOT NULL,
    "grade" INTEGER NOT NULL,
    "document_number" TEXT NULL,
    "document_on" INTEGER NULL,
    CONSTRAINT "fk_peer_grade_organization_id" FOREIGN KEY ("organization_id") REFERENCES "organization" ("id") ON DELETE RESTRICT
);


CREATE TABLE "residence_contact" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_residence_contact" PRIMARY KEY,
    "kind" INTEGER NOT NULL,
    "cell_id" INTEGER NOT NULL,
    "member_id" INTEGER NULL,
    "full_name" TEXT NOT NULL,
    "member_at" TEXT NOT NULL,
    "from_on" INTEGER NOT NULL,
    "to_on" INTEGER NULL,
    "exempt_why" TEXT NULL,
    CONSTRAINT "fk_residence_contact_cell_id" FOREIGN KEY ("cell_id") REFERENCES "organization" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_residence_contact_member_id" FOREIGN KEY ("member_id") REFERENCES "member" ("id") ON DELETE RESTRICT
);


CREATE TABLE "review_cycle" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_review_cycle" PRIMARY KEY,
    "organization_id" INTEGER NOT NULL,
    "kind" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "quarter" INTEGER NULL,
    "name" TEXT NOT NULL,
    "roster_on" INTEGER NOT NULL,
    "rule_set" TEXT NOT NULL,
    "rule_set_hash" TEXT NOT NULL,
    "opened_on" INTEGER NOT NULL,
    "cells_due_on" INTEGER NOT NULL,
    "grassroots_due_on" INTEGER NOT NULL,
    "decided_due_on" INTEGER NOT NULL,
    "closed_on" INTEGER NULL,
    CONSTRAINT "fk_review_cycle_organization_id" FOREIGN KEY ("organization_id") REFERENCES "organization" ("id") ON DELETE RESTRICT
);


CREATE TABLE "stay" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_stay" PRIMARY KEY,
    "member_id" INTEGER NOT NULL,
    "cell_id" INTEGER NOT NULL,
    "from_on" INTEGER NOT NULL,
    "to_on" INTEGER NULL,
    "how_in" INTEGER NOT NULL,
    "how_out" INTEGER NOT NULL,
    "came_from_id" INTEGER NULL,
    "went_to_id" INTEGER NULL,
    "came_from_text" TEXT NULL,
    "went_to_text" TEXT NULL,
    "in_decision" TEXT NULL,
    "out_decision" TEXT NULL,
    CONSTRAINT "fk_stay_cell_id" FOREIGN KEY ("cell_id") REFERENCES "organization" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_stay_member_id" FOREIGN KEY ("member_id") REFERENCES "member" ("id") ON DELETE RESTRICT
);


CREATE TABLE "target" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_target" PRIMARY KEY,
    "organization_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "base_name" TEXT NULL,
    "direction" INTEGER NOT NULL,
    "assigned_value" REAL NOT NULL,
    "figure_code" TEXT NULL,
    "manual_result" REAL NULL,
    "note" TEXT NULL,
    CONSTRAINT "fk_target_organization_id" FOREIGN KEY ("organization_id") REFERENCES "organization" ("id") ON DELETE RESTRICT
);


CREATE TABLE "local_criterion" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_local_criterion" PRIMARY KEY,
    "list_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "group" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "most" REAL NULL,
    CONSTRAINT "fk_local_criterion_list_id" FOREIGN KEY ("list_id") REFERENCES "local_criteria" ("id") ON DELETE RESTRICT
);


CREATE TABLE "residence_comment" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_residence_comment" PRIMARY KEY,
    "contact_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "text" TEXT NULL,
    "returned_on" INTEGER NULL,
    CONSTRAINT "fk_residence_comment_contact_id" FOREIGN KEY ("contact_id") REFERENCES "residence_contact" ("id") ON DELETE RESTRICT
);


CREATE TABLE "ballot_round" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_ballot_round" PRIMARY KEY,
    "cycle_id" INTEGER NOT NULL,
    "organization_id" INTEGER NOT NULL,
    "as" INTEGER NOT NULL,
    "round" INTEGER NOT NULL,
    "is_whole" INTEGER NOT NULL,
    "is_agreed" INTEGER NOT NULL,
    "method" INTEGER NOT NULL,
    "held_on" INTEGER NOT NULL,
    "minutes_number" TEXT NOT NULL,
    "official" INTEGER NOT NULL,
    "elsewhere" INTEGER NOT NULL,
    "exempt_absent" INTEGER NOT NULL,
    "present" INTEGER NOT NULL,
    "issued" INTEGER NOT NULL,
    "returned" INTEGER NOT NULL,
    "valid" INTEGER NOT NULL,
    "invalid" INTEGER NOT NULL,
    "base" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    CONSTRAINT "fk_ballot_round_cycle_id" FOREIGN KEY ("cycle_id") REFERENCES "review_cycle" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_ballot_round_organization_id" FOREIGN KEY ("organization_id") REFERENCES "organization" ("id") ON DELETE RESTRICT
);


CREATE TABLE "cap_allowance" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_cap_allowance" PRIMARY KEY,
    "cycle_id" INTEGER NOT NULL,
    "organization_id" INTEGER NOT NULL,
    "as" INTEGER NOT NULL,
    "group" TEXT NOT NULL,
    "kind" INTEGER NOT NULL,
    "percent" REAL NULL,
    "number" TEXT NOT NULL,
    "signed_on" INTEGER NOT NULL,
    "entered_by" TEXT NOT NULL,
    "entered_on" INTEGER NOT NULL,
    "withdrawn_on" INTEGER NULL,
    "withdrawn_by" TEXT NULL,
    "withdrawn_why" TEXT NULL,
    CONSTRAINT "fk_cap_allowance_cycle_id" FOREIGN KEY ("cycle_id") REFERENCES "review_cycle" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_cap_allowance_organization_id" FOREIGN KEY ("organization_id") REFERENCES "organization" ("id") ON DELETE RESTRICT
);


CREATE TABLE "excellent_suggestion" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_excellent_suggestion" PRIMARY KEY,
    "cycle_id" INTEGER NOT NULL,
    "organization_id" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,
    CONSTRAINT "fk_excellent_suggestion_cycle_id" FOREIGN KEY ("cycle_id") REFERENCES "review_cycle" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_excellent_suggestion_organization_id" FOREIGN KEY ("organization_id") REFERENCES "organization" ("id") ON DELETE RESTRICT
);


CREATE TABLE "grade_decision" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_grade_decision" PRIMARY KEY,
    "cycle_id" INTEGER NOT NULL,
    "organization_id" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "decided_on" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "announced_on" INTEGER NULL,
    "announcement_number" TEXT NULL,
    CONSTRAINT "fk_grade_decision_cycle_id" FOREIGN KEY ("cycle_id") REFERENCES "review_cycle" ("id") ON DELETE RESTRICT
);


CREATE TABLE "review_sheet" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_review_sheet" PRIMARY KEY,
    "cycle_id" INTEGER NOT NULL,
    "organization_id" INTEGER NOT NULL,
    "state" INTEGER NOT NULL,
    "met_on" INTEGER NULL,
    "minutes_number" TEXT NULL,
    "returned_why" TEXT NULL,
    "submitted_on" INTEGER NULL,
    "revision" INTEGER NOT NULL,
    CONSTRAINT "fk_review_sheet_cycle_id" FOREIGN KEY ("cycle_id") REFERENCES "review_cycle" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_review_sheet_organization_id" FOREIGN KEY ("organization_id") REFERENCES "organization" ("id") ON DELETE RESTRICT
);


CREATE TABLE "self_review" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_self_review" PRIMARY KEY,
    "cycle_id" INTEGER NOT NULL,
    "as" INTEGER NOT NULL,
    "organization_id" INTEGER NOT NULL,
    "member_id" INTEGER NULL,
    "strengths" TEXT NULL,
    "weaknesses" TEXT NULL,
    "remedies" TEXT NULL,
    "grade" INTEGER NOT NULL,
    "from_paper" INTEGER NOT NULL,
    "written_on" INTEGER NOT NULL,
    CONSTRAINT "fk_self_review_cycle_id" FOREIGN KEY ("cycle_id") REFERENCES "review_cycle" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_self_review_member_id" FOREIGN KEY ("member_id") REFERENCES "member" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_self_review_organization_id" FOREIGN KEY ("organization_id") REFERENCES "organization" ("id") ON DELETE RESTRICT
);


CREATE TABLE "assessment" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_assessment" PRIMARY KEY,
    "cycle_id" INTEGER NOT NULL,
    "sheet_id" INTEGER NOT NULL,
    "organization_id" INTEGER NOT NULL,
    "as" INTEGER NOT NULL,
    "member_id" INTEGER NULL,
    "managed_by_id" INTEGER NULL,
    "self" INTEGER NOT NULL,
    "proposed" INTEGER NOT NULL,
    "proposed_reason" INTEGER NOT NULL,
    "vote" INTEGER NULL,
    "decided" INTEGER NOT NULL,
    "decided_reason" INTEGER NOT NULL,
    "decision_id" INTEGER NULL,
    "deciding_vote" INTEGER NULL,
    "note" TEXT NULL,
    CONSTRAINT "fk_assessment_managed_by_id" FOREIGN KEY ("managed_by_id") REFERENCES "organization" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_assessment_member_id" FOREIGN KEY ("member_id") REFERENCES "member" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_assessment_sheet_id" FOREIGN KEY ("sheet_id") REFERENCES "review_sheet" ("id") ON DELETE RESTRICT
);


CREATE TABLE "assessment_criterion" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_assessment_criterion" PRIMARY KEY,
    "assessment_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "level" INTEGER NULL,
    "points" REAL NULL,
    "own_level" INTEGER NULL,
    "own_points" REAL NULL,
    CONSTRAINT "fk_assessment_criterion_assessment_id" FOREIGN KEY ("assessment_id") REFERENCES "assessment" ("id") ON DELETE RESTRICT
);


CREATE TABLE "assessment_facts" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_assessment_facts" PRIMARY KEY,
    "assessment_id" INTEGER NOT NULL,
    "points" REAL NULL,
    "criteria_are_complete" INTEGER NULL,
    "lowest_criterion" INTEGER NULL,
    "lowest_result" INTEGER NULL,
    "on_time_percent" REAL NULL,
    "above_plan_percent" REAL NULL,
    "late_percent" REAL NULL,
    "remedied_percent" REAL NULL,
    "sick_leave_months" REAL NULL,
    "state_grade" INTEGER NULL,
    "state_document" TEXT NULL,
    "state_document_on" INTEGER NULL,
    "is_disciplined" INTEGER NULL,
    CONSTRAINT "fk_assessment_facts_assessment_id" FOREIGN KEY ("assessment_id") REFERENCES "assessment" ("id") ON DELETE RESTRICT
);


CREATE TABLE "ballot_votes" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_ballot_votes" PRIMARY KEY,
    "round_id" INTEGER NOT NULL,
    "assessment_id" INTEGER NOT NULL,
    "member_id" INTEGER NULL,
    "excellent" INTEGER NOT NULL,
    "good" INTEGER NOT NULL,
    "completed" INTEGER NOT NULL,
    "not_completed" INTEGER NOT NULL,
    "no_opinion" INTEGER NOT NULL,
    "is_left_out" INTEGER NOT NULL,
    "is_repeated" INTEGER NOT NULL,
    "outcome" INTEGER NOT NULL,
    "grade" INTEGER NOT NULL,
    CONSTRAINT "fk_ballot_votes_assessment_id" FOREIGN KEY ("assessment_id") REFERENCES "assessment" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_ballot_votes_member_id" FOREIGN KEY ("member_id") REFERENCES "member" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_ballot_votes_round_id" FOREIGN KEY ("round_id") REFERENCES "ballot_round" ("id") ON DELETE RESTRICT
);


INSERT INTO "record_counter" ("id", "next")
VALUES (1, 1000);
SELECT changes();



CREATE INDEX "ix_account_normalized_email" ON "account" ("normalized_email");


CREATE UNIQUE INDEX "ix_account_normalized_user_name" ON "account" ("normalized_user_name");


CREATE INDEX "ix_account_user_claim_user_id" ON "account_user_claim" ("user_id");


CREATE INDEX "ix_account_user_login_user_id" ON "account_user_login" ("user_id");


CREATE UNIQUE INDEX "ix_aggregate_count_organization_id_as_of_figure_code" ON "aggregate_count" ("organization_id", "as_of", "figure_code");


CREATE INDEX "ix_assessment_cycle_id_organization_id" ON "assessment" ("cycle_id", "organization_id");


CREATE INDEX "ix_assessment_managed_by_id" ON "assessment" ("managed_by_id");


CREATE INDEX "ix_assessment_member_id_cycle_id" ON "assessment" ("member_id", "cycle_id");


CREATE UNIQUE INDEX "ix_assessment_sheet_id_as_member_id" ON "assessment" ("sheet_id", "as", "member_id");


CREATE UNIQUE INDEX "ix_assessment_criterion_assessment_id_key" ON "assessment_criterion" ("assessment_id", "key");


CREATE UNIQUE INDEX "ix_assessment_facts_assessment_id" ON "assessment_facts" ("assessment_id");


CREATE UNIQUE INDEX "ix_ballot_round_cycle_id_organization_id_as_round" ON "ballot_round" ("cycle_id", "organization_id", "as", "round");


CREATE INDEX "ix_ballot_round_organization_id" ON "ballot_round" ("organization_id");


CREATE INDEX "ix_ballot_votes_assessment_id" ON "ballot_votes" ("assessment_id");


CREATE INDEX "ix_ballot_votes_member_id" ON "ballot_votes" ("member_id");


CREATE UNIQUE INDEX "ix_ballot_votes_round_id_assessment_id" ON "ballot_votes" ("round_id", "assessment_id");


CREATE INDEX "ix_cap_allowance_cycle_id_organization_id" ON "cap_allowance" ("cycle_id", "organization_id");


CREATE INDEX "ix_cap_allowance_organization_id" ON "cap_allowance" ("organization_id");


CREATE INDEX "ix_change_line_entity_record_id" ON "change_line" ("entity", "record_id") WHERE batch_size IS NOT NULL;


CREATE INDEX "ix_change_line_entity_record_id_seq" ON "change_line" ("entity", "record_id", "seq");


CREATE INDEX "ix_change_line_organization_id_seq" ON "change_line" ("organization_id", "seq");


CREATE INDEX "ix_commendation_member_id" ON "commendation" ("member_id");


CREATE INDEX "ix_commendation_organization_id_year" ON "commendation" ("organization_id", "year");


CREATE UNIQUE INDEX "ix_delivery_organization_id_year" ON "delivery" ("organization_id", "year");


CREATE UNIQUE INDEX "ix_excellent_suggestion_cycle_id_organization_id" ON "excellent_suggestion" ("cycle_id", "organization_id");


CREATE INDEX "ix_excellent_suggestion_organization_id" ON "excellent_suggestion" ("organization_id");


CREATE INDEX "ix_grade_complaint_answered_on" ON "grade_complaint" ("answered_on");


CREATE INDEX "ix_grade_complaint_member_id_year" ON "grade_complaint" ("member_id", "year");


CREATE INDEX "ix_grade_complaint_organization_id_year" ON "grade_complaint" ("organization_id", "year");


CREATE INDEX "ix_grade_decision_cycle_id_organization_id" ON "grade_decision" ("cycle_id", "organization_id");


CREATE INDEX "ix_grade_restatement_member_id_year" ON "grade_restatement" ("member_id", "year");


CREATE INDEX "ix_grade_restatement_organization_id_year" ON "grade_restatement" ("organization_id", "year");


CREATE INDEX "ix_invitation_account_id" ON "invitation" ("account_id");


CREATE UNIQUE INDEX "ix_invitation_token_hash" ON "invitation" ("token_hash");


CREATE INDEX "ix_issued_report_organization_id_year" ON "issued_report" ("organization_id", "year");


CREATE UNIQUE INDEX "ix_kept_rule_set_rule_set_id_hash" ON "kept_rule_set" ("rule_set_id", "hash");


CREATE INDEX "ix_local_criteria_organization_id_from_year" ON "local_criteria" ("organization_id", "from_year");


CREATE INDEX "ix_local_criterion_list_id" ON "local_criterion" ("list_id");


CREATE INDEX "ix_log_erasure_entity_record_id" ON "log_erasure" ("entity", "record_id");


CREATE UNIQUE INDEX "ix_meeting_cell_id_held_on_kind" ON "meeting" ("cell_id", "held_on", "kind");


CREATE INDEX "ix_member_card_number" ON "member" ("card_number");


CREATE UNIQUE INDEX "ix_member_citizen_id" ON "member" ("citizen_id");


CREATE INDEX "ix_member_name_sort_key_id" ON "member" ("name_sort_key", "id");


CREATE INDEX "ix_member_record_number" ON "member" ("record_number");


CREATE INDEX "ix_member_condition_span_member_id" ON "member_condition_span" ("member_id");


CREATE INDEX "ix_member_grade_cell_id_year" ON "member_grade" ("cell_id", "year");


CREATE UNIQUE INDEX "ix_member_grade_member_id_year" ON "member_grade" ("member_id", "year");


CREATE INDEX "ix_member_post_managed_by_id" ON "member_post" ("managed_by_id");


CREATE INDEX "ix_member_post_member_id" ON "member_post" ("member_id");


CREATE INDEX "ix_member_post_organization_id" ON "member_post" ("organization_id");


CREATE UNIQUE INDEX "ix_organization_grade_organization_id_year" ON "organization_grade" ("organization_id", "year");


CREATE INDEX "ix_organization_place_organization_id" ON "organization_place" ("organization_id");


CREATE INDEX "ix_organization_place_parent_id" ON "organization_place" ("parent_id");


CREATE INDEX "ix_organization_succession_new_id" ON "organization_succession" ("new_id");


CREATE INDEX "ix_organization_succession_old_id" ON "organization_succession" ("old_id");


CREATE INDEX "ix_organization_version_code" ON "organization_version" ("code");


CREATE INDEX "ix_organization_version_organization_id" ON "organization_version" ("organization_id");


CREATE UNIQUE INDEX "ix_peer_grade_organization_id_year_body" ON "peer_grade" ("organization_id", "year", "body");


CREATE INDEX "ix_reading_line_record_id" ON "reading_line" ("record_id");


CREATE UNIQUE INDEX "ix_residence_comment_contact_id_year" ON "residence_comment" ("contact_id", "year");


CREATE INDEX "ix_residence_contact_cell_id_from_on" ON "residence_contact" ("cell_id", "from_on");


CREATE INDEX "ix_residence_contact_member_id" ON "residence_contact" ("member_id");


CREATE INDEX "ix_review_cycle_organization_id" ON "review_cycle" ("organization_id");


CREATE INDEX "ix_review_cycle_year_organization_id" ON "review_cycle" ("year", "organization_id");


CREATE UNIQUE INDEX "ix_review_sheet_cycle_id_organization_id" ON "review_sheet" ("cycle_id", "organization_id");


CREATE INDEX "ix_review_sheet_organization_id" ON "review_sheet" ("organization_id");


CREATE INDEX "ix_role_grant_account_id" ON "role_grant" ("account_id");


CREATE INDEX "ix_role_grant_organization_id" ON "role_grant" ("organization_id");


CREATE UNIQUE INDEX "ix_rule_set_version_rule_set_id_number" ON "rule_set_version" ("rule_set_id", "number");


CREATE UNIQUE INDEX "ix_self_review_cycle_id_member_id_as_organization_id" ON "self_review" ("cycle_id", "member_id", "as", "organization_id");


CREATE INDEX "ix_self_review_member_id" ON "self_review" ("member_id");


CREATE INDEX "ix_self_review_organization_id" ON "self_review" ("organization_id");


CREATE INDEX "ix_stay_cell_id_from_on" ON "stay" ("cell_id", "from_on");


CREATE INDEX "ix_stay_member_id" ON "stay" ("member_id");


CREATE UNIQUE INDEX "ix_target_organization_id_year_code" ON "target" ("organization_id", "year", "code");


CREATE INDEX "ix_upload_account_id_at" ON "upload" ("account_id", "at");


