"""The last room before the disk: audits the finished files, then puts them into `site/` in one stroke."""
