-- CreateIndex
CREATE INDEX "user_profiles_avatar_idx" ON "profile"."user_profiles"("avatar");
