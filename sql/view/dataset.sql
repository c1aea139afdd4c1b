select id, key, title, description, licence, citation, language, visibility, version, created_at, since, change_id
from dataset where @seen
